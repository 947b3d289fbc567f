"""CPU milliseconds and SQL statements of each case; the cases take turns, so that a slow minute hits all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from navmark.foundation.programme.bringing import Case

VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
Request = Callable[[], Any]  # of the test client's answer


@dataclass(frozen=True)
class Figure:
    cpu_ms: float
    ratio: float | None
    sql: int


def measure(cases: list[Case]) -> dict[str, Figure]:
    """The first round counts SQL and warms up; the median of the others is taken, and of the ratios round by round."""
    rounds = zip(*(case.requests for case in cases), strict=False)
    names = [case.name for case in cases]
    counted = dict(zip(names, map(statements, next(rounds)), strict=True))
    gc.collect()
    gc.freeze()  # as the server does once it has loaded everything
    spent = [dict(zip(names, map(_cpu_ms, requests), strict=True)) for requests in rounds]
    return {case.name: _figure(case, spent, counted[case.name]) for case in cases}


def _figure(case: Case, spent: list[dict[str, float]], sql: int) -> Figure:
    ratios = [one[case.name] / one[case.floor] for one in spent] if case.floor else []
    median = statistics.median(one[case.name] for one in spent)
    return Figure(round(median, 2), round(statistics.median(ratios), 2) if ratios else None, sql)


def statements(request: Request) -> int:
    with CaptureQueriesContext(connection) as caught:
        _answer(request)
    return sum(one["sql"].lstrip().startswith(VERBS) for one in caught.captured_queries)


def _cpu_ms(request: Request) -> float:
    start = time.process_time()
    _answer(request)
    return (time.process_time() - start) * 1000


def _answer(request: Request) -> None:
    """A figure of an error page would please everybody."""
    response = request()
    if response.status_code >= 300:
        raise RuntimeError(f"A benched request was answered with {response.status_code}.")
