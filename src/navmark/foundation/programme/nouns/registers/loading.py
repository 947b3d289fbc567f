"""Registers become rows, with their papers and the edition of their steps."""

from django.utils.timezone import localdate

from navmark.foundation.papers.actions import make_edition
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.registers.reading import RegisterData
from navmark.foundation.registers import known
from navmark.foundation.registers.actions import make_edition as make_steps
from navmark.foundation.registers.models import Register


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    for position, one in enumerate(programme.of("register"), start=1):
        _make(loading, one, position)
    gone = Register.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=programme.codes("register")).update(active_to=localdate(loading.at))
    known.renew()


def _make(loading: Loading, one: RegisterData, position: int) -> None:
    table, code = one.table, f"register.{one.code}"
    make_edition(code, one.paper, title=one.title, by=loading.by, at=loading.at)
    row, _made = Register.objects.update_or_create(
        code=one.code,
        defaults={
            "position": position, "title": one.title, "title_en": one.title_en, "unit_kind": table.unit,
            "makers": list(table.makers), "keepers": list(table.keepers), "readers": list(table.readers),
            "roles": list(table.people), "owned": table.owned, "numbered": table.numbered, "paper": code,
            "sheet_title": table.sheet, "programme": loading.programme.name, "sentence": one.sentence, "active_to": None,
        },
    )  # fmt: skip
    make_steps(row, table.course, by=loading.by, at=loading.at)
