"""The sheet of a kind on a page as it prints before anybody has written: for whoever decides what it asks."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

from navmark.foundation.activities.kinds import OCCASION, Kind
from navmark.foundation.activities.occasions.sheet import empty_sheet as of_occasion
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.on_paper import for_the_pen
from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.pledges.sheet import empty_sheet as of_pledge
from navmark.foundation.printing.as_pdf import picture
from navmark.foundation.printing.sheet import Sheet, Title
from navmark.foundation.programme.nouns.registers.structure import RegisterTable
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.registers.empty import empty_sheet as of_entry
from navmark.foundation.registers.models import Register


def blank_of(page: Mapping[str, Any], noun: str, code: str, fields: Mapping[str, Any], *, on: date) -> Sheet:
    """As its room prints it; `fields` may be other than the page tells. Raises Misdescribed."""
    title, paper, known = titles_of({"": page})[code], described(fields), known_here(on)
    rooms = {"activity": _occasion, "register": _entry, "pledge": _pledge}
    if noun in rooms:
        return rooms[noun](page[noun][code], title, paper, known)
    return Sheet(title, (Title(title), *for_the_pen(paper, known)))


def _occasion(told: Mapping[str, Any], title: str, paper: Description, known: Known) -> Sheet:
    kind = Kind(
        code="", title=title, unit_kind="", page=OCCASION, planners=(), keepers=(), numbered=told.get("numbered", False),
        sheet_title=told.get("sheet", ""),
    )  # fmt: skip
    return of_occasion(kind, paper, known)


def _entry(told: Mapping[str, Any], title: str, paper: Description, known: Known) -> Sheet:
    table = RegisterTable.model_validate(told)
    one = Register(
        title=title, sheet_title=table.sheet, roles=list(table.people), owned=table.owned, numbered=table.numbered,
        title_from=table.title_from,
    )  # fmt: skip
    return of_entry(one, table.course, paper, known)


def _pledge(told: Mapping[str, Any], title: str, paper: Description, known: Known) -> Sheet:
    return of_pledge(PledgeKind(title=title, holder=told.get("holder", "")), paper, known)


def pictured_blank(page: Mapping[str, Any], noun: str, code: str, fields: Mapping[str, Any], *, on: date) -> str:
    """Its first page as the address of a picture. Raises Misdescribed."""
    drawn = b64encode(picture(blank_of(page, noun, code, fields, on=on))).decode()
    return f"data:image/png;base64,{drawn}"
