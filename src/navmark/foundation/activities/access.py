"""The only door to an activity: who may see it, who may plan it, who may keep its roll."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from navmark.foundation.activities.kinds import Visibility
from navmark.foundation.activities.models import Activity, Attendance
from navmark.foundation.people.models import PostKind, Unit, UnitKind
from navmark.foundation.people.models.unit import OF_THE_PARTY
from navmark.foundation.people.on_behalf import may_type_for_others
from navmark.foundation.people.roles import Role
from navmark.foundation.people.viewer import Viewer


def visible_to(viewer: Viewer) -> QuerySet[Activity]:
    """The activities this viewer may see, anywhere: pages, lists, feeds, exports."""
    invited = Exists(Attendance.objects.filter(school=OuterRef("school"), activity=OuterRef("pk"), person=viewer.person))
    office = Q(host=viewer.person) | Q(recorder=viewer.person)
    open_to_her = Q(invited) | office & ~Q(visibility=Visibility.PARTICIPANTS) | Q(visibility=Visibility.SCHOOL)
    in_office = viewer.branches_as(Role.SECRETARY, Role.COMMITTEE, Role.CLERK)
    if in_office:
        open_to_her |= _of_branches(in_office) & Q(visibility__in=(Visibility.UNIT, Visibility.COMMITTEE))
    if viewer.has(Role.SECRETARY):  # talks too
        open_to_her |= _of_branches(viewer.branches_as(Role.SECRETARY))
    if not viewer.branch_ids <= in_office:
        open_to_her |= Q(visibility=Visibility.UNIT, unit__in=viewer.own_unit_ids)
    return Activity.objects.filter(open_to_her)


def _of_branches(ids: Iterable[UUID]) -> Q:
    """Of these branches and their groups; what a unit of the school holds belongs to no branch in particular."""
    own = list(ids)
    return Q(unit__in=own) | Q(unit__parent__in=own) | ~Q(unit__kind__in=OF_THE_PARTY)


def activity_for(viewer: Viewer, pk: UUID) -> Activity:
    """The activity, with unit, host and recorder, if this viewer may see it; else 404, so that nothing is confirmed."""
    rows = visible_to(viewer).select_related("unit", "unit__parent", "host", "recorder")
    activity = rows.filter(pk=pk).first()
    if activity is None:
        raise Http404
    return activity


def plans_for_all(viewer: Viewer) -> bool:
    """The secretary, her deputy (支部工作条例第十四条: she may delegate) and the clerk, of whichever branch."""
    return viewer.has(Role.SECRETARY, Role.CLERK) or any(post.kind == PostKind.DEPUTY_SECRETARY for post in viewer.posts)


def plans_all_of(viewer: Viewer, unit: Unit) -> bool:
    """Who plans for all, for her own branch and each of its groups."""
    deputy = (post.unit for post in viewer.posts if post.kind == PostKind.DEPUTY_SECRETARY and post.unit)
    return viewer.has_for(unit, Role.SECRETARY, Role.CLERK) or any(unit.branch_id in (None, branch.pk) for branch in deputy)


def may_plan(viewer: Viewer, unit_kind: str) -> bool:
    """Who plans for all; a committee member for the branch, a group leader for the own group."""
    own = Role.GROUP_LEADER if unit_kind == UnitKind.PARTY_GROUP else Role.COMMITTEE
    return plans_for_all(viewer) or viewer.has(own)


def may_keep(viewer: Viewer, activity: Activity) -> bool:
    """Whether the viewer may plan, mark and record this activity: its recorder, its host, who plans for all, the
    group leader, and a committee member what she planned herself.

    A talk between two people is kept by these two and the secretary alone.
    """
    if viewer.has_for(activity.unit, Role.SECRETARY):
        return True
    if activity.visibility == Visibility.PARTICIPANTS:
        return any(row.person_id == viewer.person.pk for row in activity.roll.all())  # two rows, or the one fetched before
    if viewer.person.pk in (activity.recorder_id, activity.host_id):
        return True
    planned_it = activity.made_by == viewer.person.pk and viewer.has_for(activity.unit, Role.COMMITTEE)
    return planned_it or plans_all_of(viewer, activity.unit) or activity.unit_id in viewer.led_group_ids


def may_take_leave_for_others(viewer: Viewer, activity: Activity) -> bool:
    """The secretary or the clerk writes down who telephoned, where she may keep the activity."""
    return may_type_for_others(viewer) and may_keep(viewer, activity)


def kept_by(viewer: Viewer, pk: UUID) -> Activity:
    """The activity if the viewer may keep it: 404 if not even visible, 403 if only visible."""
    activity = activity_for(viewer, pk)
    if not may_keep(viewer, activity):
        raise PermissionDenied
    return activity
