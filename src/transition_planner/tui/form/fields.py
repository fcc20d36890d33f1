"""The lines of the form: each field of a task once, in sections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from transition_planner.locales import LANGUAGES, _
from transition_planner.plan.entry import kebab
from transition_planner.planfile.consistency import NOT_OF_A_PHASE

TITLE = "title-"
"""Title fields are named by it and their language."""

WITHOUT_TASKS = frozenset(map(kebab, NOT_OF_A_PHASE))
"""The lines that the form of a phase leaves out."""


class Sort(Enum):
    """How a field is written in its line."""

    TITLE = auto()
    """A text, in one language of its own."""
    ID = auto()
    AMOUNT = auto()
    """As in the file: `8d`, `5d..15d`, `40%`, `2027-06-18`."""
    LINKS = auto()
    """Links with commas between."""
    NAME = auto()
    """The id of something that the plan has."""
    NAMES = auto()
    """Ids with commas between."""
    FLAG = auto()
    """Yes or no."""
    FIXED = auto()
    """A date, and the reason behind it."""
    MANUAL = auto()
    """Two dates with dots between, and the reason behind them."""
    TEXT = auto()
    """A text in the language spoken now."""
    NUMBER = auto()
    PERCENT = auto()
    WEEKS = auto()
    """Working weeks with semicolons between."""
    DAYS = auto()
    """Days of a calendar, their hours, and the reason behind."""
    SETTINGS = auto()
    """Ids with a number or no behind each, commas between."""
    COUNTS = auto()
    """The same, with a number behind each."""
    OVERRIDE = auto()
    """A field of a task, written as that is; where it is new, behind the task and its name."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the form."""

    name: str
    """The key in the plan file; for titles and the id a name of the form's own."""
    sort: Sort
    label: str
    example: str = ""
    """Shown while the line is empty."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together."""

    title: str
    fields: tuple[FormField, ...]


def sections() -> tuple[Section, ...]:
    """The form, in the language spoken now."""
    return (
        Section(
            _("Task"),
            (
                *(
                    FormField(f"{TITLE}{each}", Sort.TITLE, _("Title ({language})").format(language=each))
                    for each in LANGUAGES
                ),
                FormField("id", Sort.ID, _("Id"), _("made from the title")),
            ),
        ),
        Section(_("Time"), _time()),
        Section(_("Progress"), _progress()),
        Section(_("Dates"), _dates()),
        Section(_("Who"), _who()),
        Section(_("About"), _about()),
        Section(_("Register and law"), _register()),
    )


def form_fields() -> tuple[FormField, ...]:
    """All lines of the form."""
    return tuple(field for section in sections() for field in section.fields)


def _time() -> tuple[FormField, ...]:
    return (
        FormField("duration", Sort.AMOUNT, _("Duration"), _("8d, 2w, 4h, 1emo; empty: a milestone")),
        FormField("range", Sort.AMOUNT, _("Range"), as_example("5d..15d")),
        FormField("after", Sort.LINKS, _("After"), as_example("hear-pupils FS+5d, funder-round FF")),
        FormField("calendar", Sort.NAME, _("Calendar"), _("the plan's")),
    )


def _progress() -> tuple[FormField, ...]:
    return (
        FormField("started", Sort.AMOUNT, _("Started"), as_example("2027-06-18")),
        FormField("done", Sort.AMOUNT, _("Done"), as_example("40%")),
        FormField("remaining", Sort.AMOUNT, _("Remaining"), as_example("3d")),
        FormField("resumes", Sort.AMOUNT, _("Resumes"), as_example(_("2027-08-09, after a break"))),
        FormField("finished", Sort.AMOUNT, _("Finished"), as_example("2027-06-18")),
    )


def _dates() -> tuple[FormField, ...]:
    dated = as_example(_("2027-06-18, and the reason"))
    return (
        FormField("start-no-earlier-than", Sort.FIXED, _("Not before"), dated),
        FormField("start-no-later-than", Sort.FIXED, _("Starts by"), dated),
        FormField("finish-no-earlier-than", Sort.FIXED, _("Not done before"), dated),
        FormField("finish-no-later-than", Sort.FIXED, _("Done by"), dated),
        FormField("must-start-on", Sort.FIXED, _("Starts on"), dated),
        FormField("must-finish-on", Sort.FIXED, _("Done on"), dated),
        FormField("as-late-as-possible", Sort.FLAG, _("As late as possible")),
        FormField("deadline", Sort.FIXED, _("Deadline"), dated),
        FormField(
            "manual", Sort.MANUAL, _("By hand"), as_example(_("2027-06-01..2027-06-18, and the reason"))
        ),
    )


def _who() -> tuple[FormField, ...]:
    return (
        FormField("owner", Sort.NAME, _("Owner"), _("a role of the plan")),
        FormField("involves", Sort.NAMES, _("Involves"), _("roles")),
        FormField("ignore-role-calendars", Sort.FLAG, _("Although away")),
    )


def _about() -> tuple[FormField, ...]:
    return (
        FormField("kind", Sort.NAME, _("Kind"), as_example(_("licence, staff, funding"))),
        FormField("key", Sort.FLAG, _("Key date")),
        FormField("decision", Sort.FLAG, _("Decision")),
        FormField("in", Sort.NAMES, _("Models"), _("those of its phase")),
        FormField("active", Sort.FLAG, _("Active")),
        FormField("note", Sort.TEXT, _("Note")),
    )


def _register() -> tuple[FormField, ...]:
    return (
        FormField("serves", Sort.NAMES, _("Serves"), _("objectives")),
        FormField("realises", Sort.NAMES, _("Realises"), _("opportunities")),
        FormField("mitigates", Sort.NAMES, _("Mitigates"), _("threats")),
        FormField("tags", Sort.NAMES, _("Tags")),
        FormField("rules", Sort.NAMES, _("Rules")),
    )


def as_example(value: str) -> str:
    """An example that nobody takes for a value, on a screen without colours either."""
    return _("for example {value}").format(value=value)
