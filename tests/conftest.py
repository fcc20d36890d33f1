"""What all tests share: on a build machine property tests draw the same examples each time, elsewhere new ones.

How long drawing takes is no test of ours: on a busy machine it fails for nothing.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("usual", suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("usual"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "usual")
