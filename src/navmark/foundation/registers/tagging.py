"""Entries on the page of a tag: those that carry it, what may be added there, and what is left open when a campaign ends."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.links import known as known_tags
from navmark.foundation.links.gathering import gathered
from navmark.foundation.links.linkable import Beginning, Linked, Written
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.links.queries import links_of
from navmark.foundation.links.sheet import in_words
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.queries import tagged_by_answer
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.circles import open_to
from navmark.foundation.registers.files import ENTRY, OF, page_of
from navmark.foundation.registers.filtering import asks
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.queries import written_of
from navmark.foundation.registers.yearly import year_in_words

NEVER, GATHERED, LINKED = "never", "gathered", "linked"
MOST_GATHERED = 500


def code_of(entry: Entry) -> str:
    return f"{OF}{entry.register.code}"


def pages_of_campaign(entry: Entry) -> list[tuple[str, str]]:
    """(label, address) of the page that gathers what serves it, of an entry that is itself a campaign. No query for any other."""
    tags = known_tags.tags() if entry.register.runs else ()
    return [(_("What it gathers"), reverse("links:tag", args=[one.code])) for one in tags if one.thing == entry.pk]


def linked(rows: QuerySet[Entry]) -> list[Linked]:
    return [
        Linked(
            kind=ENTRY, pk=one.pk, what=one.register.name, title=one.title, day=one.day, page=page_of(one),
            how_far=one.standing.words if len(one.course.states) > 1 else "", is_open=one.state in one.course.asking,
            whose=one.owner.name if one.owner else "", unit=one.unit_id, host=one.owner_id, codes=(code_of(one),),
            about_child=one.register.about_children,
        )
        for one in rows.select_related("register", "edition", "owner")
    ]  # fmt: skip


def tagged(viewer: Viewer, tag: Tag) -> list[Linked]:
    """Register by register. What is about a child stands in no such list."""
    named = [one for one in known.registers() if not one.about_children]
    rows = access.visible_to(viewer, *named).filter(_carrying(tag, named)).order_by("register__position", "-day", "-id")
    return linked(rows[:MOST_GATHERED]) if named else []


def counted(viewer: Viewer, tag: Tag) -> list[tuple[str, date]]:
    """Of those about a child the register and the day, for everybody: a number tells of nobody."""
    children = [one for one in known.registers() if one.about_children]
    rows = Entry.objects.filter(_carrying(tag, children), register__in=[one.pk for one in children]) if children else None
    names = {one.pk: one.name for one in children}
    return [(names[key], day) for key, day in rows.values_list("register", "day")] if rows is not None else []


def _carrying(tag: Tag, registers: Iterable[Register]) -> Q:
    """By their own link or their answer, or since every entry of their register serves it: of a campaign those of its days."""
    by_register = Q(register__in=[one.pk for one in registers if tag.code in one.tags])
    if tag.from_day and tag.to_day:
        by_register &= Q(day__range=(tag.from_day, tag.to_day))
    by_link = Q(pk__in=Tie.objects.filter(tag=tag, kind=ENTRY).values("thing"))
    return by_register | by_link | Q(pk__in=tagged_by_answer(ENTRY, tag.code))


def serves(viewer: Viewer, tag: Tag) -> list[Beginning]:
    """To a campaign that a unit runs belongs what units of this kind keep and what asks for one."""
    runs = next((one.unit_kind for one in known.registers() if f"{OF}{one.code}" == tag.of), None)
    asking = [one for one in known.registers() if one.campaign != NEVER and one.unit_kind == runs and tag.code not in one.tags]
    return [
        Beginning(
            _("Add to: %(register)s") % {"register": one.name},
            reverse("registers:add", args=[one.code], query={"tag": tag.code}),
        )
        for one in asking
        if access.units_to_add_for(viewer, one)
    ]


def unfinished(viewer: Viewer, tag: Tag) -> list[Linked]:
    """What carries it by its own choice, asks for something, and is hers to keep."""
    asking = _carried_on()
    hers = reduce(or_, (Q(register=one) & open_to(viewer, *one.keepers) for one in asking), Q(pk__in=[]))
    ties = Tie.objects.filter(tag=tag, kind=ENTRY).values("thing")
    return linked(Entry.objects.filter(hers, asks(*asking), pk__in=ties))


def begins_next(viewer: Viewer, tag: Tag) -> list[Beginning]:
    """The registers of whose entries it is one; of a campaign of the programme any whose entries are campaigns. What is open
    arrives there (`after`)."""
    running = [one for one in known.registers() if one.runs and tag.of in ("", f"{OF}{one.code}")]
    return [
        Beginning(
            _("Begin the next one: %(register)s") % {"register": one.name},
            reverse("registers:add", args=[one.code], query={"after": tag.code}),
        )
        for one in running
        if access.units_to_add_for(viewer, one)
    ]


def on_from(made: Entry, code: str) -> str:
    """The page on which what this campaign left open is carried into the one that was made; "" where there is none."""
    into = next((one for one in known_tags.tags() if one.thing == made.pk), None)
    was = next((one for one in known_tags.tags() if one.code == code and one.is_campaign), None)
    return reverse("links:carry", args=[was.code], query={"into": into.code}) if was and into else ""


def keeps(viewer: Viewer) -> bool:
    """Whether she keeps by an office what is carried from one campaign into the next. No query."""
    return any(access.keeps_some(viewer, one) for one in _carried_on())


def _carried_on() -> list[Register]:
    return [one for one in known.registers() if one.campaign != NEVER and not one.about_children]


def summed_up(viewer: Viewer, entry: Entry, fields: Iterable[PaperField]) -> dict[str, str]:
    """What a question opens with, to be gone on with by hand: where its default is "gathered", what carries the campaign that
    the entry is, or else what its unit has kept since the entry's year began; where it is "linked", what is linked with it."""
    found = {field.key: field.default for field in fields if field.default in (GATHERED, LINKED)}
    with override(settings.LANGUAGE_CODE):
        return {key: _told(viewer, entry, default) for key, default in found.items()}


def _told(viewer: Viewer, entry: Entry, default: str) -> str:
    if default == LINKED:
        box = links_of(viewer, entry.pk, codes=[code_of(entry)], leads=True)
        return "\n".join(f"{one.what}：{one.title}" for one in (*box.onward, *box.back))
    tag = next((one for one in known_tags.tags() if one.thing == entry.pk), None)
    return in_words(gathered(viewer, tag)) if tag else year_in_words(viewer, entry)


def written(viewer: Viewer, pk: UUID) -> Written | None:
    """The paper of an entry that is a campaign."""
    entry = access.visible_to(viewer).filter(pk=pk).select_related("edition", "unit", "owner").first()
    answers, about = written_of(entry) if entry else (None, None)
    return (answers.edition.description, answers.values, about) if answers is not None and about is not None else None
