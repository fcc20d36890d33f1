"""The Textual app around the screen with the plan."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual._context import active_message_pump
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.events import Paste
from textual.screen import Screen
from textual.theme import ThemeProvider

from transition_planner.locales import _, set_language
from transition_planner.tui.board.board import chart_width
from transition_planner.tui.chart.baseline import Baseline
from transition_planner.tui.chart.span import span
from transition_planner.tui.collector import IDLE_SECONDS, Collector
from transition_planner.tui.keys.keymap import Keymap, set_keymap
from transition_planner.tui.keys.typeahead import Typeahead
from transition_planner.tui.lifeline import LOOKING_SECONDS, Lifeline
from transition_planner.tui.memory import Keeper
from transition_planner.tui.painting.dialogcolours import dialog_colours
from transition_planner.tui.painting.text import pasted
from transition_planner.tui.palette import Palette, PlanCommands
from transition_planner.tui.screen import PlanScreen
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom, fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from textual.command import Provider
    from textual.events import Event, Key
    from textual.theme import Theme
    from textual.timer import Timer

    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.history import History
    from transition_planner.tui.modes.mode import Mode

_LOW = 16
"""Below this height of the terminal dialogs leave out what one can do without."""
_TALL = 32
"""From this height on there is room for all that can be said of a task."""


_INTERRUPTED = 130
"""The exit code when something outside ends it, as that of the other commands."""


class PlanApp(App[int]):
    """Looks at one plan and edits it."""

    CSS_PATH = "planner.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {PlanCommands}
    # Textual writes ClassVar[...] | None there, which type checkers read as an instance's.
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-lowest"), (_LOW, "-low"), (_TALL, "-tall")]  # type: ignore[misc]

    def __init__(
        self,
        history: History,
        model: str | None = None,
        language: Language = "en",
        *,
        read_only: bool = False,
        today: date | None = None,
        keymap: Keymap | None = None,
        baseline: Plan | None = None,
        memory: Path | None = None,
        hello: str = "",
    ) -> None:
        """Open a plan.

        Args:
            history: The plan's document, with what was edited already.
            model: The model to show; absent the chosen one, else the first.
            language: What the app speaks.
            read_only: Whether commands that edit are refused.
            today: The day of the line in the chart; absent, the clock's.
            keymap: Keys that commands have instead of their own.
            baseline: The plan as it once was, to be drawn beside it.
            memory: The file with what is remembered of the person; None to remember nothing.
            hello: What is said at first.

        Raises:
            NoWorkingTime: if a calendar has no working time where a task needs it.
        """
        super().__init__()
        set_language(language)
        set_keymap(keymap or Keymap())
        self.hello = hello
        self._keeper = Keeper(memory)
        self._state = State.opened(history, model, Zoom.WEEKS).with_columns(self._keeper.memory.columns)
        self._read_only = read_only
        self._baseline = None if baseline is None else Baseline(baseline)
        self._today = today or date.today()  # noqa: DTZ011  # the person's own day
        self.typeahead = Typeahead(self)
        self._collector = Collector()
        self._idle: Timer | None = None

    def get_default_screen(self) -> PlanScreen:
        """The screen with the plan, as near as the chart can be with the whole plan on show."""
        first, last = span(self._state.schedule)
        zoom = fitting(first, last, chart_width(self.size.width))
        return PlanScreen(
            self._state.zoomed(zoom),
            self._today,
            self._keeper,
            read_only=self._read_only,
            baseline=self._baseline,
            hello=self.hello,
        )

    @property
    def plan_screen(self) -> PlanScreen:
        """The screen with the plan, also while a dialog is above it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, PlanScreen)  # noqa: S101  # get_default_screen makes it
        return screen

    @property
    def open_screen(self) -> PlanScreen | Mode:
        """The screen with the plan, or the mode that is open above it; dialogs aside."""
        return self.plan_screen.mode or self.plan_screen

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those of the dialogs."""
        variables = super().get_css_variables()
        return {**variables, **dialog_colours(variables)}

    def on_mount(self) -> None:
        """Begin with a quiet collector."""
        self.title = "transition-planner"
        theme = self._keeper.memory.theme
        if theme in self.available_themes and "TEXTUAL_THEME" not in os.environ:
            self.theme = theme
        # Coming back from the shell, Textual draws only what changes next.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self._collector.begin()
        self._idle = self.set_interval(IDLE_SECONDS, self._collector.idle)
        if not self.is_headless:
            lifeline = Lifeline(lambda: self.exit(return_code=_INTERRUPTED))
            lifeline.begin()
            self.set_interval(LOOKING_SECONDS, lifeline.look)

    def _keep_theme(self, theme: Theme) -> None:
        self._keeper.keep(replace(self._keeper.memory, theme=theme.name))

    def on_unmount(self) -> None:
        """Leave the collector as it was."""
        self.typeahead.end()
        self._collector.end()

    async def on_event(self, event: Event) -> None:
        """Deal with what has come, but with keys one by one, and with what is pasted as one line."""
        if isinstance(event, Paste):
            event.text = pasted(event.text)
        if not self.typeahead.holds(event):
            await super().on_event(event)

    def on_key(self, _event: Key) -> None:
        """Collect later, when keys have stopped coming."""
        self._collector.key_pressed()
        if self._idle is not None:
            self._idle.reset()

    def pop_screen(self) -> AwaitComplete:
        """Leave the screen on top; one that is left already takes no other with it.

        Textual's palette leaves at each click beside it, so that a double click would close what is below it too.
        """
        leaving = active_message_pump.get(None)
        if isinstance(leaving, Screen) and leaving not in self.screen_stack:
            return AwaitComplete()
        return super().pop_screen()

    def action_command_palette(self) -> None:
        """Show all that can be done, to choose from."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Show all themes, to choose from."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder=_("Search for themes…")))

    async def action_quit(self) -> None:
        """Leave as the key q does, or first the dialog that is open."""
        if self.screen is self.open_screen:
            self.plan_screen.action_run("quit")
        else:
            self.screen.dismiss(None)

    def get_system_commands(self, _screen: Screen[object]) -> Iterable[SystemCommand]:
        """What Textual itself can do, as far as no command of ours does it better."""
        yield SystemCommand(_("Picture"), _("Save a picture of the screen as SVG."), self._save_picture)

    def _save_picture(self) -> None:
        self.set_timer(0.1, self.deliver_screenshot)  # when the palette is gone from the screen
