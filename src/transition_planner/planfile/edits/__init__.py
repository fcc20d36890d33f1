"""Edits of a plan: named commands, each of which splices a few spans of the text and gives a new document.

Adding a command is one file here with a frozen dataclass that has a `label` and `applied_to`, and a name in `Edit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits.add_link import AddLink
from transition_planner.planfile.edits.add_task import AddTask
from transition_planner.planfile.edits.applied import Applied
from transition_planner.planfile.edits.move_task import MoveTask
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.remove_link import RemoveLink
from transition_planner.planfile.edits.remove_task import RemoveTask
from transition_planner.planfile.edits.rename_entry import RenameEntry
from transition_planner.planfile.edits.rename_task import RenameTask
from transition_planner.planfile.edits.set_field import SetField
from transition_planner.planfile.edits.set_plan_field import SetPlanField
from transition_planner.planfile.events import NotYamlError

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

__all__ = [
    "AddLink",
    "AddTask",
    "Applied",
    "Edit",
    "EditRefused",
    "MoveTask",
    "RemoveLink",
    "RemoveTask",
    "RenameEntry",
    "RenameTask",
    "SetField",
    "SetPlanField",
    "apply",
]

Edit = (
    AddLink
    | AddTask
    | MoveTask
    | RemoveLink
    | RemoveTask
    | RenameEntry
    | RenameTask
    | SetField
    | SetPlanField
)


def apply(document: Document, edit: Edit) -> Applied:
    """Make an edit: only the spans it is about change, and what it touched says what was meant.

    Raises:
        EditRefused: if it cannot be made; nothing has changed then.
    """
    try:
        return edit.applied_to(document)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise EditRefused(
            _("A file cannot hold the character {character}.").format(character=repr(character))
        ) from error
    except (NotYamlError, KeyError) as error:
        raise EditRefused(
            _("The text there is written in a way that only a text editor can change.")
        ) from error
