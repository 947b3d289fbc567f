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

from navmark.foundation.people.models import PostKind
from navmark.foundation.programme.bringing import Case
from navmark.foundation.tenancy.scope import within
from navmark.project import statistics
from navmark.project.bench import kept, large, server
from navmark.project.bench.measuring import Figure, measure
from navmark.project.bench.scene import Scene, browser_of, set_up
from navmark.project.bench.ticking import Ticks, measure_ticks

SQL_OF_TODAY = 10
OF_A_REGISTER = ((5, 10), (6, 12))  # times the floor, and SQL: of its list, of an entry
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
    """Measure everything on the demo school of this folder, and on a large one beside it."""
    at = timezone.now()
    scene = set_up(at)
    seconds, idle, busy = _served(data, scene)
    school = large.set_up(at)
    with within(school.school):
        kept.set_up(school.people[PostKind.MORAL_HEAD], at)
    statistics.renew()  # as the tick does, soon after the start and every hour
    with override_settings(ROOT_URLCONF="navmark.project.bench.floors"):
        cases = [*cases_of(scene), *cases_of_large(scene, school)]
        figures = measure(cases)
    cold = _cold_page_bytes(scene.leader)
    ticks = measure_ticks(school, at)
    gates = [*gates_of(cases, figures), Gate("cold page, kB", cold / 1000, 120), Gate("start to first answer, s", seconds, 3)]
    gates += [Gate("memory of the server, MB", idle, 180)] if idle is not None else []
    gates += gates_of_ticks(ticks)
    return {
        "database": connection.vendor,
        "cases": {name: asdict(figure) for name, figure in figures.items()},
        "cold_page_bytes": cold,
        "start_seconds": seconds,
        "memory_mb": {"after_pages": idle, "after_a_pdf": busy},
        "large_school": {"duties": school.duties, "occasions": large.OCCASIONS, "first_sweep_seconds": school.first_sweep},
        "ticks": asdict(ticks),
        "gates": [{**asdict(gate), "is_met": gate.is_met} for gate in gates],
    }


def cases_of(scene: Scene) -> list[Case]:
    return [
        Case("bare_view", _pages(scene.leader, "/floor/view/")),
        Case("bare_insert", [lambda: scene.leader.post("/floor/insert/")] * ROUNDS),
        Case("today", _pages(scene.leader, reverse("today")), "bare_view", times=5, sql=SQL_OF_TODAY),
        *chain.from_iterable(bench.cases for bench in scene.benches),
    ]


def cases_of_large(scene: Scene, school: large.Large) -> Iterator[Case]:
    """Today of three people of the large school, a register of it, and the floor there."""
    with within(school.school):
        browsers = {kind: browser_of(person, scene.leader) for kind, person in school.people.items()}
        kept_pages = list(kept.pages())
    yield Case("bare_view_large", _pages(browsers[PostKind.SECRETARY], "/floor/view/"))
    for kind, browser in browsers.items():
        yield Case(f"today_{kind}", _pages(browser, reverse("today")), "bare_view_large", times=5, sql=SQL_OF_TODAY)
    keeper = browsers[PostKind.MORAL_HEAD]
    for (name, url), (times, sql) in zip(kept_pages, OF_A_REGISTER, strict=True):
        yield Case(name, _pages(keeper, url), "bare_view_large", times=times, sql=sql)


def _pages(browser: Client, url: str) -> list:
    return [lambda: browser.get(url)] * ROUNDS


def gates_of_ticks(ticks: Ticks) -> Iterator[Gate]:
    yield Gate("quiet tick, s", ticks.quiet, 0.2)
    yield Gate("quiet tick, SQL more than the one before", ticks.quiet_sql[1] - ticks.quiet_sql[0], 0)
    yield Gate("tick over 200 quiet schools, s", ticks.of_all_schools, 10)


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
