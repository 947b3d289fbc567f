"""The only door to an entry: its register says by circles who adds, keeps and reads; its steps, who moves it."""

from functools import reduce
from operator import or_
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404

from navmark.foundation.links.queries import ties_of_it
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import ANOTHER
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import known
from navmark.foundation.registers.circles import open_to, stands_around
from navmark.foundation.registers.models import Entry, Hand, Register
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.tenancy.prepared import prepared


def seen_by(one: Register) -> tuple[str, ...]:
    """Who reads its entries: readers, keepers, and whoever is named to move them on."""
    movers = (code for step in known.newest(one).course.steps for code in step.who)
    return tuple(dict.fromkeys((*one.readers, *one.keepers, *movers)))


def visible_to(viewer: Viewer, *registers: Register) -> QuerySet[Entry]:
    """The entries of these registers (none named: of all) that she may see. One query."""
    wanted = registers or known.registers()
    condition = reduce(or_, (Q(register=one) & open_to(viewer, *seen_by(one)) for one in wanted), Q(pk__in=[]))
    return Entry.objects.filter(condition)


def sees_all(viewer: Viewer, one: Register) -> bool:
    """Whether `visible_to` leaves out none of its entries."""
    return open_to(viewer, *seen_by(one)) == Q()


def register_to_read(viewer: Viewer, code: str) -> Register:
    """A register of which she may see something: by an office, or since she stands in it. 404 for any other."""
    try:
        one = known.register(code)
    except known.UnknownRegister:
        raise Http404 from None
    if not reads(viewer, one):
        raise Http404
    return one


def reads(viewer: Viewer, one: Register) -> bool:
    return _reads_by_office(viewer, one) or visible_to(viewer, one).exists()


def registers_read_by(viewer: Viewer) -> list[Register]:
    """Every register that she reads, in their order. One query, for those in which she but stands, and those that are switched
    off: of them only what holds something that she sees."""
    by_office = {one.pk for one in known.registers() if one.is_on(viewer.on) and _reads_by_office(viewer, one)}
    others = [one for one in known.registers() if one.pk not in by_office]
    stands = set(visible_to(viewer, *others).order_by().values_list("register", flat=True).distinct()) if others else set()
    return [one for one in known.registers() if one.pk in by_office | stands]


def _reads_by_office(viewer: Viewer, one: Register) -> bool:
    """Around a unit that may have entries of it: whoever belongs to a community is in no studio."""
    hers = viewer.units_in(*(code for code in (*seen_by(one), *one.makers) if not circle(code).of_thing))
    return any(viewer.units_by_pk[pk].kind == one.unit_kind for pk in hers)


def keeps_some(viewer: Viewer, one: Register) -> bool:
    """Whether she keeps entries of it by an office: what is told of all of them together is for her."""
    return viewer.has(*(code for code in one.keepers if not circle(code).of_thing))


def units_kept_by_office(viewer: Viewer, one: Register) -> frozenset[UUID]:
    """The units around which she keeps every entry of it."""
    return viewer.units_in(*(code for code in one.keepers if not circle(code).of_thing))


def units_to_add_for(viewer: Viewer, one: Register) -> list[Unit]:
    """The units of today for which she adds entries to it; none: she adds none. No query."""
    hers = viewer.units_in(*one.makers) if one.is_on(viewer.on) else frozenset()
    return [unit for unit in viewer.units_today if unit.kind == one.unit_kind and unit.pk in hers]


def entry_for(viewer: Viewer, pk: UUID) -> Entry:
    """The entry with what its page shows, if she may see it; else 404, so that nothing is confirmed."""
    entry = next(iter(_entry(pk)), None)
    if entry is None:
        raise Http404
    hands = Hand.objects.select_related("person") if entry.has_hands else Hand.objects.none()  # most name nobody
    prefetch_related_objects([entry], "moves", Prefetch("hands", hands))
    if not may_read(viewer, entry):
        raise Http404
    return entry


@prepared
def _entry(pk: UUID) -> QuerySet[Entry]:
    rows = Entry.objects.select_related("register", "edition", "unit", "unit__parent", "owner").annotate(is_tied=ties_of_it())
    named = Hand.objects.filter(school=OuterRef("school"), entry=OuterRef("pk"))
    return rows.annotate(has_hands=Exists(named)).filter(pk=pk).order_by()


def may_read(viewer: Viewer, entry: Entry) -> bool:
    """The same as `visible_to`, of one entry: no query, however many registers there are. Another than before reads too."""
    circles = (code.removeprefix(f"{ANOTHER}:") for code in seen_by(entry.register) if code != ANOTHER)
    return stands_around(viewer, entry, *circles)


def may_keep(viewer: Viewer, entry: Entry) -> bool:
    """Whether she corrects its head and its paper."""
    return stands_around(viewer, entry, *entry.register.keepers)


def entry_to_keep(viewer: Viewer, pk: UUID) -> Entry:
    entry = entry_for(viewer, pk)
    if not may_keep(viewer, entry):
        raise PermissionDenied
    return entry


def removed_from(viewer: Viewer, one: Register) -> QuerySet[Entry]:
    """What was taken out of it and is hers to bring back."""
    rows = Entry.every.filter(open_to(viewer, *one.keepers), register=one, removed_at__isnull=False)
    return rows.select_related("register").order_by("-removed_at")


def entry_to_bring_back(viewer: Viewer, pk: UUID) -> Entry:
    """404 for what stands, and for whoever does not keep it."""
    row = get_object_or_404(Entry.every.select_related("register"), pk=pk, removed_at__isnull=False)
    return get_object_or_404(removed_from(viewer, row.register), pk=pk)


def steps_open_to(viewer: Viewer, entry: Entry) -> list[EntryStep]:
    """The steps that she may take now."""
    return [one for one in entry.edition.course.steps_from(entry.state) if stands_around(viewer, entry, *one.who)]


def step_to_take(viewer: Viewer, entry: Entry, key: str) -> EntryStep:
    """404 for a step that there is not; 403 for one that is not hers. One that no longer leads on is the action's to refuse."""
    step = entry.edition.course.step(key)
    if step is None:
        raise Http404
    if not stands_around(viewer, entry, *step.who):
        raise PermissionDenied
    return step
