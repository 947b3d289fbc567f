"""Numbers of the school that its registers give, under the names by which they call them."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from navmark.foundation.registers.known import registers
from navmark.foundation.registers.models import Entry

OPEN = "open"  # in place of a state: whatever is not closed


def register_facts(on: date) -> Counter[str]:
    """Name -> how many entries up to that day; 0 where there is none yet. Registers of one name are added up."""
    named = {one.pk: one.facts for one in registers() if one.facts}
    found = Counter({fact.partition(":")[0]: 0 for facts in named.values() for fact in facts})
    counts = {"every": Count("pk"), "still": Count("pk", filter=Q(closed_at__isnull=True))}
    states = Entry.objects.filter(register__in=named, day__lte=on).order_by().values_list("register", "state").annotate(**counts)
    for register, state, every, still in states:
        for fact in named[register]:
            name, _colon, which = fact.partition(":")
            found[name] += still if which == OPEN else every if which in ("", state) else 0
    return found
