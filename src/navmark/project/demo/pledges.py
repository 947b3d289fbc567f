"""What the demo's people took upon themselves: every kind of the programme, all objects but one, a word of most of them."""

import tomllib
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path

from django.utils.timezone import localdate

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Unit
from navmark.foundation.pledges import actions, known
from navmark.foundation.pledges.about import things_of
from navmark.foundation.pledges.actions import Taking
from navmark.foundation.pledges.models import PledgeKind

WORDS = Path(__file__).with_suffix(".toml")


def take_on(*, since: date, at: datetime) -> None:
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    for kind in known.kinds():
        for unit in Unit.objects.on(localdate(at)).filter(kind=kind.unit_kind):
            _take_on(kind, unit, words.get(kind.code, []), since=since, at=at)


def _take_on(kind: PledgeKind, unit: Unit, words: list[dict[str, str]], *, since: date, at: datetime) -> None:
    on = localdate(at)
    takers = cycle(people_in(kind.takers, unit, on=on).order_by("sort_key", "pk"))
    keeper = people_in(kind.keepers, unit, on=on).order_by("sort_key", "pk").first()
    said = iter(words)
    for thing, taker in zip(things_of(kind, on)[:-1], takers, strict=False):
        if keeper is None:
            return
        pledge = actions.take(Taking(kind, thing, unit, taker, since, "支委会研究"), by=keeper, at=at)
        if word := next(said, None):
            actions.write(pledge, word, day=max(since, on - timedelta(days=20)), by=taker, at=at)
