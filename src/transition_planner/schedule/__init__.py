"""From a plan to dates: network, passes, floats, critical paths and the driver of every date."""

from __future__ import annotations
