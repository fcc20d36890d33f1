"""What all tests share: on a build machine property tests draw the same examples each time, elsewhere new ones.

Nowhere do they ask how long drawing or an example took: that is a matter of what else the machine does.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("anywhere"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
