"""The findings mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL

from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from tests.tui.driving import Seat

LATE = SMALL.replace("deadline: 2027-01-29", "deadline: 2027-01-20")


def listed(seat: Seat) -> list[str]:
    assert seat.screen.found is not None
    return [finding.code for finding in seat.screen.found.findings]


@driven
async def test_findings_are_listed_with_what_to_do() -> None:
    async with seated(LATE) as seat:
        await seat.press("f")
        await seat.settle()
        page = "\n".join(seat.lines())
        assert all(code in page for code in listed(seat))


@driven
async def test_enter_leads_to_the_task_a_finding_is_about() -> None:
    async with seated(LATE) as seat:
        await seat.settle()
        await seat.press("f")
        assert seat.screen.mode is not None
        found = seat.screen.found
        assert found is not None
        missed = next(each for each in found.findings if "agree" in each.at)
        seat.screen.mode.listing.select(missed)
        await seat.press("enter")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "agree"


@driven
async def test_a_finding_in_another_model_is_shown_in_that() -> None:
    async with seated(
        MODELS.replace("only-two: {duration: 1d", "only-two: {duration: 1d, deadline: 2027-01-12")
    ) as seat:
        await seat.settle()
        await seat.press("f")
        found = seat.screen.found
        assert found is not None
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(next(each for each in found.findings if "only-two" in each.at))
        await seat.press("enter")
        assert seat.state.model == "two"
        assert seat.state.cursor == "only-two"


@driven
async def test_a_finding_is_waived_with_a_reason_and_no_more() -> None:
    async with seated(LATE) as seat:
        await seat.settle()
        await seat.press("f")
        found = seat.screen.found
        assert found is not None
        assert seat.screen.mode is not None
        missed = next(each for each in found.findings if "agree" in each.at)
        seat.screen.mode.listing.select(missed)
        await seat.press("w", "enter")
        assert any("a waiver needs a reason" in line for line in seat.lines())
        await seat.type("The board knows")
        await seat.press("enter")
        assert seat.said.startswith(f"waived: {missed.code}; ")
        (waiver,) = parse(seat.text).plan.waivers
        assert (waiver.rule, waiver.of, waiver.why, str(waiver.until)) == (
            missed.code,
            "agree",
            "The board knows",
            "2027-04-20",
        )
        await seat.settle()
        assert seat.screen.found is not None
        assert missed.code not in [each.code for each in seat.screen.found.findings if "agree" in each.at]
        assert any("Waived" in line for line in seat.lines())
        await seat.press("G", "d")
        assert parse(seat.text).plan.waivers == ()
        await seat.press("u", "u")
        assert seat.text == LATE


@driven
async def test_a_second_waiver_leaves_the_first_as_it_is_written() -> None:
    first = "waivers:\n  - {rule: TP999, why: {en: Fine, fi: Hyvä}, until: 2027-12-31}  # agreed\n"
    async with seated(first + LATE) as seat:
        await seat.settle()
        await seat.press("f", "g", "w", *"Known", "enter")
        assert seat.text.count("waivers:") == 1
        assert "{rule: TP999, why: {en: Fine, fi: Hyvä}, until: 2027-12-31}  # agreed\n" in seat.text
        assert len(parse(seat.text).plan.waivers) == 2


@driven
async def test_the_list_is_never_of_an_older_plan() -> None:
    async with seated(LATE) as seat:
        await seat.settle()
        await seat.press("f")
        before = listed(seat)
        seat.screen.edit([])
        await seat.press("escape", ":", *"agree", "enter", "d")
        assert seat.screen.found is None or listed(seat) != before
        await seat.press("f")
        await seat.settle()
        assert listed(seat) != before


UNUSED = SMALL.replace(
    "roles:\n", "waivers:  # known\n  - {rule: TP201, of: ask, why: So, until: 2028-12-31}\nroles:\n"
)


async def at_finding(seat: Seat, code: str) -> None:
    """Select the first finding of a rule."""
    await seat.press("f")
    await seat.settle()
    assert seat.screen.found is not None
    assert seat.screen.mode is not None
    seat.screen.mode.listing.select(next(each for each in seat.screen.found.findings if each.code == code))
    await seat.pilot.pause()


@driven
async def test_what_a_rule_offers_is_shown_and_done_by_one_key() -> None:
    async with seated(UNUSED, size=(100, 40)) as seat:
        await at_finding(seat, "TP504")
        page = "\n".join(seat.lines())
        assert " x remove waivers.0 " in page
        assert " - - {rule: TP201, of: ask, why: So, until: 2028-12-31} " in page
        assert seat.text == UNUSED
        await seat.press("x")
        assert "TP201" not in seat.text
        assert seat.said == "mended; the finish stays 25 Jan 2027"
        await seat.press("u")
        assert seat.text == UNUSED


@driven
async def test_a_finding_whose_rule_offers_nothing_is_left_alone() -> None:
    async with seated(LATE) as seat:
        await at_finding(seat, "TP201")
        await seat.press("x")
        assert seat.said == "the rule offers nothing: see what it says"
        assert seat.text == LATE


@driven
async def test_nothing_is_mended_where_the_plan_is_read_only() -> None:
    async with seated(UNUSED, read_only=True) as seat:
        await at_finding(seat, "TP504")
        await seat.press("x")
        assert seat.said == "the plan was opened to be read only"
        assert seat.text == UNUSED
