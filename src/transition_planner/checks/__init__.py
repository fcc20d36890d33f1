"""What is wrong or doubtful in a plan that can be read: one rule a file, found by the registry."""

from __future__ import annotations
