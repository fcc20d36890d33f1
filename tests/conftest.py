"""What all tests share: on a build machine property tests draw the same examples each time, elsewhere new ones.

Nowhere do they ask how long an example took: that is a matter of what else the machine does.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
