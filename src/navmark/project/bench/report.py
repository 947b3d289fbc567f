"""All figures of one run, and the limits they are held to."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.programme.bringing import Case
from navmark.project.bench import server
from navmark.project.bench.measuring import Figure, measure
from navmark.project.bench.scene import Scene, set_up

SQL_OF_TODAY = 24
ROUNDS = 100  # at most: whichever case has the fewest requests ends them
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
        cases = cases_of(scene)
        figures = measure(cases)
    cold = _cold_page_bytes(scene.leader)
    seconds, idle, busy = _served(data, scene)
    gates = [*gates_of(cases, figures), Gate("cold page, kB", cold / 1000, 120), Gate("start to first answer, s", seconds, 3)]
    gates += [Gate("memory of the server, MB", idle, 180)] if idle is not None else []
    return {
        "database": connection.vendor,
        "cases": {name: asdict(figure) for name, figure in figures.items()},
        "cold_page_bytes": cold,
        "start_seconds": seconds,
        "memory_mb": {"after_pages": idle, "after_a_pdf": busy},
        "gates": [{**asdict(gate), "is_met": gate.is_met} for gate in gates],
    }


def cases_of(scene: Scene) -> list[Case]:
    def pages(url: str) -> list:
        return [lambda: scene.leader.get(url)] * ROUNDS

    return [
        Case("bare_view", pages("/floor/view/")),
        Case("bare_insert", [lambda: scene.leader.post("/floor/insert/")] * ROUNDS),
        Case("today", pages(reverse("today")), "bare_view", sql=SQL_OF_TODAY),
        *chain.from_iterable(bench.cases for bench in scene.benches),
    ]


def gates_of(cases: list[Case], figures: dict[str, Figure]) -> Iterator[Gate]:
    for case in cases:
        found = figures[case.name]
        if case.times is not None and found.ratio is not None:
            yield Gate(f"{case.name}, times the {case.floor}", found.ratio, case.times)
        if case.sql is not None:
            yield Gate(f"{case.name}, SQL", found.sql, case.sql)


def _cold_page_bytes(browser: Client) -> int:
    """Today with its styles and scripts, nothing compressed and nothing cached."""
    page = browser.get(reverse("today")).content
    assets = {name.decode() for name in STATIC.findall(page)}
    assert assets
    return len(page) + sum((Path(settings.STATIC_ROOT) / name).stat().st_size for name in assets)


def _served(data: Path, scene: Scene) -> tuple[float, float | None, float | None]:
    """Seconds to start, and memory after twenty pages and after the first PDF of each worker."""
    session = scene.leader.cookies["sessionid"].value
    with server.started(data) as (address, seconds, process):
        for _time in range(20):
            server.read(address + reverse("today"), session)
        idle = server.memory_mb(process)
        for sheet in [bench.sheet for bench in scene.benches if bench.sheet] * 4:
            server.read(address + sheet, session)
        return seconds, idle, server.memory_mb(process)
