"""Waivers of something that gets another id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import Stretch, has_alias
from transition_planner.planfile.edits.writing import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.splice import Splice


def renamed_waivers(
    document: Document, plan: Plan, said: dict[str, Any], new: Mapping[str, str | None]
) -> tuple[Plan, dict[str, Any], list[Splice]]:
    """The plan, what its file says around the tasks, and the splices that let waivers follow new ids.

    Args:
        document: whose text is spliced.
        plan: what it says but for the waivers.
        said: the same of the file's text around the tasks.
        new: another id for some things, or None for one that goes, whose waivers stay.

    Raises:
        EditRefused: if a waiver stands behind an alias.
    """
    named = {
        at: to
        for at, waiver in enumerate(plan.waivers)
        if waiver.of is not None and (to := new.get(waiver.of)) is not None
    }
    if not named:
        return plan, said, []
    if has_alias(said["waivers"]):
        raise EditRefused(_("{field} holds an alias: change it in the file.").format(field="waivers"))
    splices: list[Splice] = []
    for at, to in named.items():
        stretch = Stretch(document, None)  # of its own: waivers may stand on the other side of the tasks
        put(stretch, ("waivers", at), "of", to)
        splices += stretch.splices()
    waivers = tuple(
        waiver.model_copy(update={"of": named[at]}) if at in named else waiver
        for at, waiver in enumerate(plan.waivers)
    )
    texts = [{**each, "of": named[at]} if at in named else each for at, each in enumerate(said["waivers"])]
    return plan.model_copy(update={"waivers": waivers}), {**said, "waivers": texts}, splices
