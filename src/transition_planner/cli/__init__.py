"""The command line: one command a file, imported only when it is called."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with its exit code."""
    import os  # noqa: PLC0415  # importing the package itself costs nothing
    import sys  # noqa: PLC0415  # as above

    # Looking for plug-ins of pydantic reads the metadata of all packages that are installed: 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from transition_planner.plan.collector import collect_seldom  # noqa: PLC0415  # as above

        collect_seldom()
        from transition_planner.cli.running import run  # noqa: PLC0415  # 30 ms of click

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before click listens for it, or after
        code = 130
    sys.exit(code)
