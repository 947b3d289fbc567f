"""All figures of one run, and the limits they are held to."""

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.project.bench import server
from navmark.project.bench.measuring import Case, Figure, measure
from navmark.project.bench.scene import Scene, set_up

SQL_OF_TODAY = SQL_OF_A_MEETING = 24
STATIC = re.compile(rb'(?:href|src)="/static/([^"]+\.(?:css|js))"')


@dataclass(frozen=True)
class Gate:
    what: str
    value: float
    limit: float

    @property
    def is_met(self) -> bool:
        return self.value <= self.limit


def run(data: Path) -> dict[str, Any]:
    """Measure everything on the demo school of this folder."""
    scene = set_up(timezone.now())
    with override_settings(ROOT_URLCONF="navmark.project.bench.floors"):
        figures = measure(_cases(scene))
    cold = _cold_page_bytes(scene.secretary)
    seconds, idle, busy = _served(data, scene.secretary)
    gates = [*_gates(figures), Gate("cold page, kB", cold / 1000, 120), Gate("start to first answer, s", seconds, 3)]
    gates += [Gate("memory of the server, MB", idle, 180)] if idle is not None else []
    return {
        "database": connection.vendor,
        "cases": {name: asdict(figure) for name, figure in figures.items()},
        "cold_page_bytes": cold,
        "start_seconds": seconds,
        "memory_mb": {"after_pages": idle, "after_a_pdf": busy},
        "gates": [{**asdict(gate), "is_met": gate.is_met} for gate in gates],
    }


def _cases(scene: Scene) -> list[Case]:
    rounds = len(scene.members)
    browser = scene.secretary

    def pages(url: str) -> list:
        return [lambda: browser.get(url)] * rounds

    def signs(member: Client) -> Any:
        return lambda: member.post(scene.sign_in)

    return [
        Case("bare_view", pages("/floor/view/")),
        Case("bare_insert", [lambda: browser.post("/floor/insert/")] * rounds),
        Case("today", pages(reverse("today")), "bare_view"),
        Case("meeting_of_24", pages(scene.meeting), "bare_view"),
        Case("coverage", pages(reverse("branch_life:year")), "bare_view"),
        Case("sign_in", [signs(member) for member in scene.members], "bare_insert"),
    ]


def _gates(figures: dict[str, Figure]) -> list[Gate]:
    sign_in, coverage = figures["sign_in"], figures["coverage"]
    assert sign_in.ratio is not None and coverage.ratio is not None
    return [
        Gate("sign-in, times the bare insert", sign_in.ratio, 2),
        Gate("sign-in, SQL", sign_in.sql, 9),
        Gate("coverage, times the bare view", coverage.ratio, 8),
        Gate("coverage, SQL", coverage.sql, 12),
        Gate("today, SQL", figures["today"].sql, SQL_OF_TODAY),
        Gate("meeting of 24, SQL", figures["meeting_of_24"].sql, SQL_OF_A_MEETING),
    ]


def _cold_page_bytes(browser: Client) -> int:
    """Today with its styles and scripts, nothing compressed and nothing cached."""
    page = browser.get(reverse("today")).content
    assets = {name.decode() for name in STATIC.findall(page)}
    assert assets
    return len(page) + sum((Path(settings.STATIC_ROOT) / name).stat().st_size for name in assets)


def _served(data: Path, browser: Client) -> tuple[float, float | None, float | None]:
    """Seconds to start, and memory after twenty pages and after the first PDF of each worker."""
    session = browser.cookies["sessionid"].value
    with server.started(data) as (address, seconds, process):
        for _time in range(20):
            server.read(address + reverse("today"), session)
        idle = server.memory_mb(process)
        for _time in range(4):
            server.read(address + _a_sheet(), session)
        return seconds, idle, server.memory_mb(process)


def _a_sheet() -> str:
    newest = Activity._base_manager.order_by("-starts_at").values_list("pk", flat=True)[0]
    return reverse("branch_life:sign_in_sheet", args=[newest])
