"""What the four pages of an import show: the templates in templates/sheets/ take these and decide nothing."""

from django.core.paginator import Page, Paginator

from .mapping import Mapping
from .preview import Line, Report
from .table import Table

LINES_A_PAGE = 50
SAMPLES = 3


def shown_lines(report: Report, *, only_open: bool = False, page: int | str = 1) -> Page:
    """One page of the report; `only_open` leaves what needs a correction or an answer. A page out of range is the nearest."""
    lines: tuple[Line, ...] = report.open_lines if only_open else report.lines
    return Paginator(lines, LINES_A_PAGE).get_page(page)


def samples(table: Table, mapping: Mapping) -> dict[str, str]:
    """The first few values below each heading, so that a person can tell what the column holds."""
    body = table.rows[mapping.body :]
    below = {heading: [row[place] for row in body if row[place]] for heading, place in mapping.places.items()}
    return {heading: " · ".join(list(dict.fromkeys(values))[:SAMPLES]) for heading, values in below.items()}
