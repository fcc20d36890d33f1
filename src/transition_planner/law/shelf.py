"""The packs of a plan: those that come with the program, and its own from its folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from transition_planner.law.lawrule import LawRule, Pack
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document

COMPILED = Path(__file__).parent / "packs" / "compiled.json"
_OWN = (".yaml", ".yml")


class PackError(Exception):
    """A pack that cannot be used; the message says why."""


@dataclass(frozen=True)
class Shelf:
    """The packs that a plan names."""

    packs: Mapping[str, Pack]
    """By their names in the plan, without those that cannot be used."""
    problems: Mapping[int, str]
    """Why a pack cannot be used, by its index in the plan's `rules`."""

    @cached_property
    def rules(self) -> Mapping[str, LawRule]:
        """All their rules by id; of two with the same id the later pack's."""
        return {id_: rule for pack in self.packs.values() for id_, rule in pack.rules.items()}

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags their rules know."""
        return frozenset(tag for rule in self.rules.values() for tag in (rule.from_, rule.to) if tag)


def shelf_of(document: Document) -> Shelf:
    """The packs a plan names; its own are read from its folder, those of an earlier state as they were then."""
    packs: dict[str, Pack] = {}
    problems: dict[int, str] = {}
    for index, name in enumerate(document.plan.rules):
        try:
            packs[name] = _own(name, document) if name.endswith(_OWN) else shipped(name)
        except PackError as error:
            problems[index] = str(error)
    return Shelf(packs, problems)


def shipped_names() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    return tuple(_compiled())


@cache
def shipped(name: str) -> Pack:
    """A pack that comes with the program.

    Raises:
        PackError: if there is none of that name.
    """
    if name not in _compiled():
        raise PackError(
            _(
                "there is no rule pack {name}: there are {names}, or a file of your own as in our-rules.yaml"
            ).format(name=name, names=", ".join(shipped_names()))
        )
    told = _compiled()[name]
    rules = {id_: LawRule.model_construct(**fields) for id_, fields in told["rules"].items()}
    return Pack.model_construct(title=told["title"], seen=date.fromisoformat(told["seen"]), rules=rules)


@cache
def _compiled() -> dict[str, Any]:
    """What the YAML files of the packs say, by name; tests hold them to be valid, and this to be the same.

    Reading their 60 kB of YAML takes 15 ms at every start, and validating them another 20.
    """
    return cast("dict[str, Any]", json.loads(COMPILED.read_bytes()))


def _own(name: str, document: Document) -> Pack:
    """A pack of the plan's own.

    Raises:
        PackError: if it lies elsewhere, cannot be read or is wrong.
    """
    from transition_planner.planfile.validating import validated  # noqa: PLC0415  # only own packs need it

    read = validated(_own_text(name, document), name, Pack)
    if read.findings or read.entry is None:
        raise PackError("; ".join(f"{each.place}: {each.message}" for each in read.findings))
    return read.entry


def _own_text(name: str, document: Document) -> str:
    from transition_planner.planfile.inside import (  # noqa: PLC0415  # as above
        OutsideError,
        TooLargeError,
        bytes_inside,
    )
    from transition_planner.planfile.limits import LARGEST  # noqa: PLC0415  # as above

    try:
        if document.read_file is not None:
            data = document.read_file(name)
        elif document.path is not None:
            data = bytes_inside(document.path.parent, name, LARGEST)
        else:
            data = None
    except OutsideError:
        raise PackError(_("{name} lies outside the plan's folder").format(name=name)) from None
    except TooLargeError:
        raise PackError(_("{name} is too large").format(name=name)) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PackError(
            _("{file}: cannot be read ({reason})").format(file=name, reason=reason or str(error))
        ) from None
    if data is None:
        raise PackError(_("{name} lies in no folder: the plan is not a file").format(name=name))
    return data.decode("utf-8-sig", "surrogateescape")


def applied(rule: LawRule, id_: str, plan: Plan) -> LawRule | None:
    """The rule with the plan's own value; None where the plan says that it does not apply."""
    own = plan.rule_parameters.get(id_)
    if own is None:
        return rule
    if own is False:
        return None
    return rule.model_copy(update={"value": own, "own_rules": False})
