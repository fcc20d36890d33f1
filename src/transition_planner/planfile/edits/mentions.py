"""Tasks named elsewhere in the plan: in links and waivers, as its choice, in goals and overrides of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.plan.link import Link
from transition_planner.planfile.edits.applied import Touched
from transition_planner.planfile.edits.checking import fields_of, phases_of
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import Stretch, has_alias, meaning
from transition_planner.planfile.edits.tree import every_task, with_each, without_field
from transition_planner.planfile.edits.waived import renamed_waivers
from transition_planner.planfile.edits.writing import put, remove
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.plan import Model, Plan
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.splice import Splice

NewIds = dict[str, str | None]
"""Another id for a task, or None for one that goes."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What new ids change outside the entries of the tasks that get them."""

    plan: Plan
    splices: tuple[Splice, ...]
    touched: tuple[Touched, ...]


def changed_mentions(document: Document, new: NewIds) -> Mentions:
    """All mentions of some tasks changed or taken out, but for those inside tasks that go.

    Raises:
        EditRefused: if a mention stands behind an alias, or the plan's choice or a model's goal would go.
    """
    plan = document.plan
    splices: list[Splice] = []
    touched: list[Touched] = []
    changed: dict[str, Task] = {}
    phases: set[str] = set()
    for id_, task in every_task(plan.tasks):
        if new.get(id_, id_) is not None and any(link.task in new for link in task.after):
            changed[id_], stretch, each = _with_links(document, id_, task, new)
            splices += stretch.splices()
            touched.append(each)
            phases.update(phases_of(document, id_))
    if changed:
        plan = plan.model_copy(update={"tasks": with_each(plan.tasks, changed, phases)})
    models = {name: model for name, model in plan.models.items() if _mentions(model, new)}
    if models or plan.choice in new or any(waiver.of in new for waiver in plan.waivers):
        around = Stretch(document, None)
        said = meaning(around.before)
        if plan.choice in new:
            stretch, said = _with_choice(document, said, new)
            splices += stretch.splices()
            plan = plan.model_copy(update={"choice": said["choice"]})
        if models:
            said = _with_models(around, said, models, new)
            splices += around.splices()
            changed_models = {name: _changed_model(model, new) for name, model in models.items()}
            plan = plan.model_copy(update={"models": {**plan.models, **changed_models}})
        plan, said, waiving = renamed_waivers(document, plan, said, new)
        splices += waiving
        touched.append(Touched(None, around.before, said))
    return Mentions(plan, tuple(splices), tuple(touched))


def _with_links(document: Document, id_: str, task: Task, new: NewIds) -> tuple[Task, Stretch, Touched]:
    """A task with its links changed, in the plan and in the text."""
    stretch = Stretch(document, id_)
    fields = fields_of(stretch, id_)
    links = _links(fields.get("after"), new)
    after = tuple(Link.parse(text) for text in _links([*map(str, task.after)], new))
    if links == fields.get("after") or [*map(_parsed, links)] != [*after]:
        raise EditRefused(
            _("The links of {task} are written as an alias: change them in the file.").format(task=id_)
        )
    meant = {key: value for key, value in fields.items() if key != "after"}
    if links:
        put(stretch, (), "after", links)
        meant["after"] = links
        changed = task.model_copy(update={"after": after})
    else:
        remove(stretch, (), "after")
        changed = without_field(task, "after")
    return changed, stretch, Touched(id_, stretch.before, meant)


def _links(links: Any, new: NewIds) -> Any:
    """A list of links as written, changed; what is no list of links stays."""
    if not isinstance(links, list):
        return links
    changed = []
    for text in links:
        link = _parsed(text)
        if link is None or link.task not in new:
            changed.append(text)
        elif (to := new[link.task]) is not None:
            changed.append(text.replace(link.task, to, 1))
    return changed


def _parsed(text: Any) -> Link | None:
    try:
        return Link.parse(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _mentions(model: Model, new: NewIds) -> bool:
    return (
        model.goal in new
        or not new.keys().isdisjoint(model.overrides)
        or any(_links(fields.get("after"), new) != fields.get("after") for fields in model.overrides.values())
    )


def _changed_model(model: Model, new: NewIds) -> Model:
    return model.model_copy(
        update={"goal": new.get(model.goal or "", model.goal), "overrides": _overrides(model.overrides, new)}
    )


def _overrides(overrides: Mapping[str, Any], new: NewIds) -> dict[str, Any]:
    return {
        to: {**fields, "after": _links(fields["after"], new)} if "after" in fields else fields
        for id_, fields in overrides.items()
        if (to := new.get(id_, id_)) is not None
    }


def _with_choice(document: Document, said: dict[str, Any], new: NewIds) -> tuple[Stretch, dict[str, Any]]:
    """The plan's choice changed in the text, on a stretch of its own: the tasks may stand before the models."""
    stretch = Stretch(document, None)
    choice = said["choice"]
    if has_alias(choice):
        raise EditRefused(_("{field} holds an alias: change it in the file.").format(field="choice"))
    if new[choice] is None:
        raise EditRefused(
            _("{task} is the choice of the plan: give the plan another choice first.").format(task=choice)
        )
    put(stretch, (), "choice", new[choice])
    return stretch, {**said, "choice": new[choice]}


def _with_models(
    stretch: Stretch, said: dict[str, Any], models: Mapping[str, Model], new: NewIds
) -> dict[str, Any]:
    """Change the models that mention the tasks in the text; gives what the plan says then."""
    meant = dict(said["models"]) if isinstance(said["models"], dict) else {}
    for name, model in models.items():
        fields = meant.get(name)
        if new.get(model.goal or "", "") is None:
            raise EditRefused(
                _("{task} is the goal of the model {model}: give the model another goal first.").format(
                    task=model.goal, model=name
                )
            )
        if not isinstance(fields, dict) or has_alias([fields.get("goal"), fields.get("overrides")]):
            raise EditRefused(
                _("The model {model} is written with an alias: change it in the file.").format(model=name)
            )
        meant[name] = _model_in_text(stretch, name, fields, new)
    return {**said, "models": meant}


def _model_in_text(stretch: Stretch, name: str, fields: dict[str, Any], new: NewIds) -> dict[str, Any]:
    """Change one model in the text; gives what it says then."""
    overrides = fields.get("overrides") or {}
    for id_ in overrides:
        if (to := new.get(id_)) is not None:
            box = stretch.root.at("models", name, "overrides")
            key = box.entry(id_)[0]
            source = stretch.text[key.start : key.end]
            stretch.replace(key.start, key.end, written(to, flow=box.style == "flow", like=source))
    changed = dict(fields)
    if "goal" in fields:
        changed["goal"] = new.get(fields["goal"], fields["goal"])
    if overrides and not (left := _overrides(overrides, new)):
        del changed["overrides"]
    elif overrides:
        changed["overrides"] = left
    put(stretch, ("models",), name, changed)
    return changed
