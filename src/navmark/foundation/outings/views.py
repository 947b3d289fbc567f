"""An outing in numbers, for whoever reads its entry; its groups, for its keepers; a group on the way, for its leader's phone."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.outings import actions
from navmark.foundation.outings.forms import DivideForm, GroupCountForm, LeadersForm, MoveForm
from navmark.foundation.outings.models import OutingGroup
from navmark.foundation.outings.outing import Outing, group_for, groups_for, leads, outing_for, outing_to_keep
from navmark.foundation.people.access import open_to
from navmark.foundation.privacy.actions import note_along
from navmark.foundation.privacy.asking import purpose_page
from navmark.foundation.privacy.models import Consent, ConsentPurpose, OpenedPart
from navmark.foundation.privacy.queries import consents_to, openings_today
from navmark.foundation.registers.access import may_keep
from navmark.foundation.registers.beside import pages_beside
from navmark.foundation.registers.gate import by_name
from navmark.foundation.ui.steps import step


@open_to()
@require_GET
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How many go along, and what was counted where: no pupil's name stands here."""
    one = outing_for(request.viewer, pk)
    hers = groups_for(request.viewer, one)
    context = {
        "outing": one, "entry": one.entry, "keeps": may_keep(request.viewer, one.entry), "teachers": len(one.teachers()),
        "groups": [(group, group in hers, one.counts(group)) for group in one.groups],
        "ungrouped": len(one.signed) - len(one.travellers), "beside": pages_beside(one.entry, but="outings:entry"),
    }  # fmt: skip
    return render(request, "outings/entry.html", context)


@open_to()
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Divided at a stroke, then led by whom the keeper names: no pupil's name stands here."""
    one = outing_to_keep(request.viewer, pk)
    naming = "lead" in request.POST
    leaders = LeadersForm(request.POST if naming else None, groups=one.groups, people=one.teachers())
    divide = DivideForm(request.POST if request.method == "POST" and not naming else None)

    def act() -> int:
        by, at = request.viewer.person, timezone.now()
        if not naming:
            return actions.divide(one, most=divide.cleaned_data["most"], by=by, at=at)
        actions.lead(one, leaders.leaders, by=by, at=at)
        return len(one.groups)

    return step(
        request, leaders if naming else divide, act, template="outings/groups.html", title=_("Groups"), then=request.path,
        back=reverse("outings:entry", args=[pk]), outing=one, divide=divide, leaders=leaders,
        done=lambda count: ngettext("There is %(n)s group.", "There are %(n)s groups.", count) % {"n": count},
    )  # fmt: skip


@open_to()
@by_name
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, pk: UUID, group: UUID) -> HttpResponse:
    """For the phone of its leader: count here; its keepers move a pupil into another group."""
    viewer, outing = request.viewer, outing_for(request.viewer, pk)
    one = group_for(viewer, outing, group)
    keeps, moving, by = may_keep(viewer, outing.entry), "move" in request.POST, {"by": viewer.person, "at": timezone.now()}
    if moving and not keeps:
        raise PermissionDenied
    going, counts, others = outing.within(one), outing.counts(one), [other for other in outing.groups if other != one]
    following = next((point for point, count in counts if count is None), outing.points[-1])
    counting = GroupCountForm(None if moving else request.POST or None, points=outing.points, initial={"point": following})
    move = MoveForm(request.POST if moving else None, travellers=going, groups=others)

    def act() -> None:
        if moving:
            actions.move(outing, *move.said, **by)
        else:
            actions.count(outing, one, **counting.cleaned_data, **by)

    return step(
        request, move if moving else counting, act, template="outings/group.html", title=str(one), back=request.path,
        done=_("Moved.") if moving else _("Counted."), outing=outing, group=one, going=going, counts=counts, counting=counting,
        leads=leads(viewer, one), has_notes=any(row.pupil_id in outing.cared for row in going),
        move=move if keeps and outing.may_change and others else None,
    )  # fmt: skip


@open_to()
@by_name
@require_http_methods(["GET", "POST"])
def care(request: HttpRequest, pk: UUID, group: UUID) -> HttpResponse:
    """What care the children of a group need: for its leader alone, behind a purpose of its own, each child logged."""
    viewer, at, outing = request.viewer, timezone.now(), outing_for(request.viewer, pk)
    one = group_for(viewer, outing, group)
    if not leads(viewer, one):
        raise PermissionDenied
    notes = _notes(outing, one)
    opened = openings_today(one, by=viewer.person, at=at)
    if request.method == "POST" or (notes and not opened):
        back = reverse("outings:group", args=[pk, group])
        return purpose_page(request, [one], part=OpenedPart.SEALED, then=request.path, back=back, who=str(one), sealed=True)
    if notes:
        note_along((note.person for note in notes), opened[-1], part=OpenedPart.SEALED, by=viewer.person, at=at)
    return render(request, "outings/care.html", {"outing": outing, "group": one, "notes": notes})


def _notes(outing: Outing, group: OutingGroup) -> list[Consent]:
    pupils = [one.pupil_id for one in outing.within(group)]
    rows = consents_to(outing.entry, ConsentPurpose.CARE).filter(person__in=pupils, words__isnull=False)
    return list(rows.select_related("person").order_by("person__sort_key"))
