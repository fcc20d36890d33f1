"""A small plan with each kind of date, for the tests of this folder."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from transition_planner.plan.plan import Plan

PLAN = UUID("6f1c0e1a-0000-4000-8000-000000000000")


def small_plan(**changes: Any) -> Plan:
    """The plan; `changes` are fields of it to write otherwise.

    Its office works Monday to Friday, 7 hours. 2027-01-11 is a Monday.
    """
    return Plan.model_validate(
        {
            "format": 1,
            "id": str(PLAN),
            "title": {"fi": "Kohti yhteistä opistoa", "en": "Towards one school"},
            "start": "2027-01-11",
            "calendar": "office",
            "chosen": "merger",
            "models": {"merger": {"title": {"fi": "Yhdentyminen", "en": "Merger"}}, "separate": {}},
            "calendars": {
                "office": {"week": "mon-fri 08:00-12:00 13:00-16:00"},
                "board": {"within": "office", "only": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}},
            },
            "roles": {"board": {"title": {"fi": "Hallitus", "en": "Board"}, "side": "khmo"}},
            "tasks": {
                "project-start": {"title": {"fi": "Hanke alkaa", "en": "The project starts"}},
                "choose": {
                    "deadline": "2027-03-31",
                    "tasks": {
                        "hear-pupils": {
                            "title": {"fi": "Kuule oppilaita", "en": "Hear the pupils"},
                            "duration": "10d",
                            "after": ["project-start"],
                            "deadline": {"date": "2027-01-20", "why": "lukukausi"},
                        },
                        "choose-model": {
                            "title": {"fi": "Päätä malli", "en": "Choose the model"},
                            "decision": True,
                            "duration": "1d",
                            "calendar": "board",
                            "after": ["hear-pupils"],
                            "owner": "board",
                        },
                    },
                },
                "model-chosen": {
                    "title": {"fi": "Malli valittu", "en": "Model chosen"},
                    "after": ["choose-model"],
                    "in": ["merger"],
                },
                "law-in-force": {
                    "title": {"fi": "Laki voimaan", "en": "Law in force"},
                    "calendar": "always",
                    "must-start-on": {"date": "2027-08-01", "why": {"fi": "laki", "en": "the law"}},
                },
            },
            **changes,
        }
    )
