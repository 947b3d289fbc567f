"""年度第几次: the number that a part bears among those of its kind, unit and calendar year.

It is a fact on the part, not a count: a school that begins in November goes on from its paper book, a locked sheet never changes
because something else was planned or cancelled, and whoever sees a wrong number corrects it. Numbers are given one after the
other, so two who plan at once get two; whoever types one that is taken keeps it, and the self-check says so.
"""

from collections.abc import Iterable

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people.models import Unit


def sequence_words(part: Part) -> str:
    """2026年度第3次; what bears no number bears its year alone. What is held once for a 年度 belongs to that year, though it is
    often held in the next spring."""
    day = part.activity.day
    year = party_year_of(day) if kinds.kind(part.kind).is_yearly else day.year
    words = _("No. %(number)s of %(year)s") if part.number else _("For the year %(year)s")
    return words % {"number": part.number, "year": year}


def next_numbers(codes: Iterable[str], unit: Unit, year: int) -> dict[str, int]:
    """Kind -> the highest number of the unit's year and one more; 1 where there is none. One query; only numbered kinds."""
    wanted = [code for code in codes if kinds.kind(code).numbered]
    rows = Part.objects.filter(kind__in=wanted, activity__unit=unit, activity__day__year=year)
    highest = dict(rows.order_by().values_list("kind").annotate(Max("number")))
    return {code: (highest.get(code) or 0) + 1 for code in wanted}


def give_numbers(activity: Activity) -> None:
    """The next number to each part of the activity that should have one and has none; within a transaction.

    Whoever else gives one to a meeting of this unit waits until that transaction ends.
    """
    parts = list(activity.parts.filter(number=None))
    if parts:
        Unit.objects.select_for_update(no_key=True).get(pk=activity.unit_id)  # no_key: rows that point to the unit are let in
    for part in parts:
        found = next_numbers([part.kind], activity.unit, activity.day.year)
        if found:
            part.number = found[part.kind]
            part.save(update_fields=["number"])


def of_the_same_number(part: Part) -> QuerySet[Part]:
    """Other parts of this kind, unit and year that bear the number of this one; nothing for a part without a number."""
    activity = part.activity
    rows = Part.objects.filter(kind=part.kind, activity__unit=activity.unit_id, activity__day__year=activity.day.year)
    return rows.filter(number=part.number, number__isnull=False).exclude(pk=part.pk).select_related("activity")
