"""The packs of a plan: those that come with the program, and its own from its folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transition_planner.checks.law.lawrule import LawRule, Pack
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document

_FOLDER = Path(__file__).parents[1] / "packs"
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
    """The packs a plan names; its own are read from its folder."""
    packs: dict[str, Pack] = {}
    problems: dict[int, str] = {}
    folder = document.path.parent if document.path else None
    for index, name in enumerate(document.plan.rules):
        try:
            packs[name] = _own(name, folder) if name.endswith(_OWN) else shipped(name)
        except PackError as error:
            problems[index] = str(error)
    return Shelf(packs, problems)


def shipped_names() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    return tuple(
        sorted(file.relative_to(_FOLDER).with_suffix("").as_posix() for file in _FOLDER.rglob("*.yaml"))
    )


@cache
def shipped(name: str) -> Pack:
    """A pack that comes with the program.

    Raises:
        PackError: if there is none of that name.
    """
    import yaml  # noqa: PLC0415  # plans without packs need no second reader

    if name not in shipped_names():
        raise PackError(
            _(
                "there is no rule pack {name}: there are {names}, or a file of your own as in our-rules.yaml"
            ).format(name=name, names=", ".join(shipped_names()))
        )
    # The packs are right, tests hold them to it. Texts alone take libyaml and Python 10 ms for 60 kB, values of YAML's
    # types and validating them another 20.
    with (_FOLDER / f"{name}.yaml").open("rb") as file:
        told = yaml.load(file, yaml.CBaseLoader)  # noqa: S506  # texts only
    rules = {id_: _rule(fields) for id_, fields in told["rules"].items()}
    return Pack.model_construct(title=told["title"], seen=date.fromisoformat(told["seen"]), rules=rules)


def _rule(fields: dict[str, Any]) -> LawRule:
    """A rule of texts."""
    for key in ("rolls", "own-rules"):
        if key in fields:
            fields[key] = fields[key] == "true"
    if "value" in fields:
        value: str = fields["value"]
        fields["value"] = int(value) if value.isdecimal() else float(value)
    return LawRule.model_construct(**fields)


def _own(name: str, folder: Path | None) -> Pack:
    """A pack from the plan's folder.

    Raises:
        PackError: if it lies elsewhere, cannot be read or is wrong.
    """
    from transition_planner.planfile.validating import LARGEST, validated  # noqa: PLC0415  # only own packs need it

    if folder is None:
        raise PackError(_("{name} lies in no folder: the plan is not a file").format(name=name))
    file = folder / name
    try:
        if not file.resolve().is_relative_to(folder.resolve()):
            raise PackError(_("{name} lies outside the plan's folder").format(name=name))
        if file.stat().st_size > LARGEST:
            raise PackError(_("{name} is too large").format(name=name))
        text = file.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PackError(
            _("{file}: cannot be read ({reason})").format(file=name, reason=reason or str(error))
        ) from None
    read = validated(text, name, Pack)
    if read.findings or read.entry is None:
        raise PackError("; ".join(f"{each.place}: {each.message}" for each in read.findings))
    return read.entry


def applied(rule: LawRule, id_: str, plan: Plan) -> LawRule | None:
    """The rule with the plan's own value; None where the plan says that it does not apply."""
    own = plan.rule_parameters.get(id_)
    if own is None:
        return rule
    if own is False:
        return None
    return rule.model_copy(update={"value": own, "own_rules": False})
