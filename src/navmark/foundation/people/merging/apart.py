"""What shows that two rows are two people, before anything moves."""

from datetime import date

from django.apps import apps
from django.db.models import Q

from navmark.foundation.people.merging.terms import term_of
from navmark.foundation.people.models import Engagement, EngagementKind, Person, Post, UnitMembership
from navmark.foundation.people.models.post import KEPT_APART
from navmark.foundation.people.models.unit import SEVERAL_PLACES
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.refusals import ChildAndAdult, KeptApart, ShownAsTwo, TwoPlaces


def insist_on_one(kept: Person, gone: Person, *, on: date) -> None:
    """Raises a Refusal. Some ten queries."""
    if kept == gone:
        raise ShownAsTwo(kept.name)
    if len({is_pupil(kept), is_pupil(gone)}) > 1:
        raise ChildAndAdult
    _insist_on_one_place(kept, gone, on=on)
    held = [set(Post.objects.on(on).filter(person=one).values_list("kind", flat=True)) for one in (kept, gone)]
    if any(KEPT_APART.get(kind) in held[1] for kind in held[0]):
        raise KeptApart
    for model in apps.get_models():
        for one, other in getattr(model, "two_people", ()):
            both = Q(**{one: kept.pk, other: gone.pk}) | Q(**{one: gone.pk, other: kept.pk})
            if model._default_manager.filter(both).exists():
                raise ShownAsTwo(term_of(model))


def is_pupil(person: Person) -> bool:
    return Engagement.objects.filter(person=person, kind=EngagementKind.PUPIL).exists()


def _insist_on_one_place(kept: Person, gone: Person, *, on: date) -> None:
    places = UnitMembership.objects.on(on).filter(to_day__isnull=True).select_related("unit", "unit__parent")
    hers = [{one.unit.kind: one.unit for one in places.filter(person=person)} for person in (kept, gone)]
    for kind in hers[0].keys() & hers[1].keys():
        if kind not in SEVERAL_PLACES and hers[0][kind] != hers[1][kind]:
            raise TwoPlaces("、".join(name_on(one[kind], on) for one in hers))
