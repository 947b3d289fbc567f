"""The turns of a campaign on its page: where its table stands, and the words that were left from turn to turn."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils.translation import override

from navmark.foundation.links.campaigns import followed
from navmark.foundation.links.linkable import Beginning, Linkable, Linked, register
from navmark.foundation.links.models import Tag
from navmark.foundation.links.queries import LinksBox, links_of
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, known
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.pages import page_of, table_of
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.running import OF

TURN = "rotas.turn"
MOST = 200


def code_of(turn: Turn) -> str:
    """How a register names the turns from which its entries may begin: "turn:model_speech"."""
    return f"turn:{turn.rota.code}"


def shown(viewer: Viewer, pks: Collection[UUID]) -> list[Linked]:
    """Her own, and those of the tables that she reads."""
    rows = Turn.objects.filter(pk__in=pks).select_related("rota", "unit", "person", "holder_unit", "activity")
    return [_linked(one) for one in rows if access.is_hers(viewer, one) or access.reads(viewer, one.rota, one.unit)]


def box_of(viewer: Viewer, turn: Turn) -> LinksBox:
    """What stands beside a turn: what came of it, and what may begin from it."""
    return links_of(viewer, turn.pk, codes=[code_of(turn)])


def _linked(one: Turn) -> Linked:
    with override(settings.LANGUAGE_CODE):
        title = f"{one.rota.title}（{one.when}）"
    return Linked(
        kind=TURN, pk=one.pk, what=one.rota.name, title=title, day=one.day or one.starts_on, page=page_of(one), whose=one.holder,
        unit=one.unit_id, host=one.person_id, codes=(code_of(one),),
    )  # fmt: skip


def named(viewer: Viewer, codes: Collection[str], words: str) -> list[Linked]:
    return []


def tagged(viewer: Viewer, tag: Tag) -> list[Linked]:
    """Those of the campaign's days that ended with a word, newest first."""
    tables = Q(pk__in=[])
    for one in _going_with(tag):
        tables |= Q(rota=one, unit__in=[unit.pk for unit in access.units_to_read(viewer, one)])
    rows = Turn.objects.filter(tables, kept_at__isnull=False, starts_on__range=(tag.from_day, tag.to_day)).exclude(kept_note="")
    found = rows.select_related("rota", "person", "holder_unit").order_by("-starts_on", "-kept_at")[:MOST]
    return [
        Linked(
            kind=TURN, pk=one.pk, what=one.rota.name, title=one.kept_note, day=one.starts_on, page=page_of(one), whose=one.holder,
            about=" ".join(filter(None, (one.rota.post_called(one.post), one.rota.shift_called(one.shift) if one.shift else ""))),
        )
        for one in found
    ]  # fmt: skip


def serves(viewer: Viewer, tag: Tag) -> list[Beginning]:
    return [Beginning(one.name, table_of(one, unit)) for one in _going_with(tag) for unit in access.units_to_read(viewer, one)]


def _going_with(tag: Tag) -> list[Rota]:
    return [one for one in known.rotas() if one.during and tag.of == f"{OF}{one.during}"]


@followed
def has_moved(tag: Tag, *, at: datetime) -> None:
    """A campaign began, or has other days: turns follow at once."""
    for one in _going_with(tag):
        for unit in Unit.objects.on(at.date()).filter(kind=one.unit_kind):
            propose(one, unit, at=at)


register(Linkable(TURN, shown, tagged, named, serves=serves))
