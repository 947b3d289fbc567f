"""The headings of the programme become the columns of the term plan, with what stands under each."""

from navmark.foundation.programme.cards import cards
from navmark.foundation.programme.described import Loading, Pillar, Programme
from navmark.foundation.termplan.actions import ColumnSpec, establish

NOUNS = ("activity", "rota", "register", "pledge")


def load(loading: Loading) -> None:
    programme = loading.programme
    specs = [_of(programme, code, heading) for code, heading in programme.head.pillars.items()]
    establish(specs, programme=programme.name, at=loading.at)


def _of(programme: Programme, pillar: str, heading: Pillar) -> ColumnSpec:
    """What mechanisms with rules of their own keep there stands beside what the programme describes."""
    own = [kind.code for card in cards() if card.path.startswith(f"{pillar}/") for kind in card.kinds]
    kinds, *others = ([one.code for one in programme.of(noun) if one.page.pillar == pillar] for noun in NOUNS)
    return ColumnSpec(pillar, heading.title, heading.title_en, [*own, *kinds], *others)
