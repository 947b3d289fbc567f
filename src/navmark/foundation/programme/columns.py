"""The headings of the programme become the columns of the term plan, with what stands under each, and stand with the school."""

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.programme.cards import Mechanism, cards
from navmark.foundation.programme.described import Loading, Pillar, Programme
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id
from navmark.foundation.termplan.actions import ColumnSpec, establish

NOUNS = ("activity", "rota", "register", "pledge")


def load(loading: Loading) -> None:
    programme = loading.programme
    headings = [_of(programme, code, heading) for code, heading in programme.head.pillars.items()]
    establish([*_without_heading(programme), *headings], programme=programme.name, at=loading.at)
    told = [[one.code, one.title, one.title_en, _held(one)] for one in headings]
    School.objects.filter(pk=active_school_id()).update(headings=told)


def _held(one: ColumnSpec) -> dict[str, list[str]]:
    return dict(zip(NOUNS, (one.kinds, one.rotas, one.registers, one.pledges), strict=True))


def _of(programme: Programme, pillar: str, heading: Pillar) -> ColumnSpec:
    """What mechanisms with rules of their own keep there stands beside what the programme describes."""
    own = [kind.code for card in cards() if pillar == _heading(card.path) for kind in card.kinds]
    kinds, *others = ([one.code for one in programme.of(noun) if one.page.pillar == pillar] for noun in NOUNS)
    return ColumnSpec(pillar, heading.title, heading.title_en, [*own, *kinds], *others)


def _without_heading(programme: Programme) -> list[ColumnSpec]:
    """A mechanism whose heading this programme does not have keeps a column by its own name, before all others."""
    own = (card for card in cards() if card.kinds and _heading(card.path) not in programme.head.pillars)
    return [ColumnSpec(card.slug, *_titles(card), [kind.code for kind in card.kinds], []) for card in own]


def _titles(card: Mechanism) -> tuple[str, str]:
    """In the school's language and in English."""
    with override(settings.LANGUAGE_CODE):
        title = str(card.title)
    with override("en"):
        return title, str(card.title)


def _heading(path: str) -> str:
    return path.partition("/")[0]
