"""The page of a run: `report.html`, one file that needs nothing else, drawn from what is in the run's folder."""

from __future__ import annotations

from arcsynth.profile import Profile
from arcsynth.report.page import render_page
from arcsynth.runs import REPORT, Run

__all__ = ["render_page", "write_report"]


def write_report(run: Run, profile: Profile | None = None) -> None:
    """Write `report.html` into a run's folder; raises `ArcSynthError` where what it needs is missing or damaged.

    The `profile` of a run that is about to end stands for the file that it has not written yet.
    """
    run.write(REPORT, render_page(run, profile=profile))
