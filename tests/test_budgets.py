"""How large a mechanism of its own may be: what does not fit is a noun of the foundation, or a page of data."""

from typing import NamedTuple

import pytest

from navmark.project.messages import SOURCES
from navmark.project.settings import MECHANISMS

UNCOUNTED = {"tests", "migrations", "demo", "demo.py"}


class Size(NamedTuple):
    """Lines of Python without tests, migrations and the demo; lines of templates; how many templates."""

    python: int
    markup: int
    templates: int = 20


USUAL = Size(600, 200)
OF_ITS_OWN = {"demonstration.branch_life": Size(3000, 400)}


def size(mechanism: str) -> Size:
    home = SOURCES.joinpath("pillars", *mechanism.split("."))
    code = [path for path in home.rglob("*.py") if not UNCOUNTED.intersection(path.relative_to(home).parts)]
    markup = [path for path in home.rglob("templates/**/*.*") if path.is_file()]
    lines = [sum(len(path.read_text(encoding="utf-8").splitlines()) for path in some) for some in (code, markup)]
    return Size(*lines, len(markup))


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_mechanism_stays_within_its_size(mechanism):
    budget = OF_ITS_OWN.get(mechanism, USUAL)
    over = [
        f"{what}: {is_now} of {most}"
        for what, is_now, most in zip(Size._fields, size(mechanism), budget, strict=True)
        if is_now > most
    ]
    assert not over


def test_each_exception_is_a_mechanism():
    assert set(OF_ITS_OWN) <= set(MECHANISMS)
