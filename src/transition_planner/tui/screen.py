"""The screen with the plan: it holds the state, shows it, and runs commands on it."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from transition_planner.locales import _
from transition_planner.tui.attempt import attempt
from transition_planner.tui.board import Board
from transition_planner.tui.change import change
from transition_planner.tui.commands import bindings, commands, groups
from transition_planner.tui.detail import Detail
from transition_planner.tui.footer import Footer
from transition_planner.tui.form import Form
from transition_planner.tui.headline import Headline

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable, Sequence
    from datetime import date

    from textual.app import ComposeResult

    from transition_planner.planfile.edits import Edit
    from transition_planner.tui.commands import Command, Group
    from transition_planner.tui.state import State

Result = TypeVar("Result")

_WARNING_SECONDS = 8
