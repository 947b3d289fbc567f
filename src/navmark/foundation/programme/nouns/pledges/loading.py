"""Kinds of pledge become rows, with the paper of their words."""

from django.utils.timezone import localdate

from navmark.foundation.papers.making import make_edition
from navmark.foundation.pledges import known
from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.pledges.reading import PledgeData


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    for position, one in enumerate(programme.of("pledge"), start=1):
        _make(loading, one, position)
    gone = PledgeKind.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=programme.codes("pledge")).update(active_to=localdate(loading.at))
    known.renew()


def _make(loading: Loading, one: PledgeData, position: int) -> None:
    table, code = one.table, f"pledge.{one.code}"
    make_edition(code, one.paper, title=one.title, by=loading.by, at=loading.at)
    PledgeKind.objects.update_or_create(
        code=one.code,
        defaults={
            "position": position, "title": one.title, "title_en": one.title_en, "unit_kind": table.unit,
            "about": list(table.about), "takers": list(table.takers), "keepers": list(table.keepers),
            "readers": list(table.readers), "sole": table.sole, "every": table.every, "button": table.button,
            "button_en": table.button_en, "holder": table.holder, "holder_en": table.holder_en, "paper": code,
            "sheet_title": table.sheet, "programme": loading.programme.name, "sentence": one.page.sentence,
            "active_to": one.page.until,
        },
    )  # fmt: skip
