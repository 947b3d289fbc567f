"""A year of a unit in words: what each of its registers kept, and how far it is. A summary opens with it."""

from collections import Counter

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing import wording
from navmark.foundation.registers import access, known
from navmark.foundation.registers.models import Entry


def year_in_words(viewer: Viewer, entry: Entry) -> str:
    """Register by register of those that the same kind of unit keeps; what is about children is not told. Two queries."""
    kept = [one for one in known.registers() if one.unit_kind == entry.register.unit_kind and not one.about_children]
    kept = [one for one in kept if one.pk != entry.register_id]
    rows = access.visible_to(viewer, *kept).filter(unit=entry.unit, year=entry.year).select_related("edition").order_by()
    states: dict[object, Counter[str]] = {}
    for row in rows:
        states.setdefault(row.register_id, Counter())[row.standing.words] += 1
    told = [(one, states[one.pk]) for one in kept if one.pk in states]
    return "\n".join(_line(place, one.title, counted) for place, (one, counted) in enumerate(told, start=1))


def _line(place: int, title: str, counted: Counter[str]) -> str:
    far = "、".join(f"{words}{count}" for words, count in counted.most_common())
    return f"{wording.numeral(place)}、{title}{sum(counted.values())}项：{far}。"
