"""One pledge of one person about one thing, and what was said of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.pledges.models.kind import PledgeKind
from navmark.foundation.registers.models import Entry
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned

ABOUT = ("about_unit", "about_person", "about_entry")


class PledgeState(models.TextChoices):
    OFFERED = "offered", _("asked, not yet answered")
    TAKEN = "taken", _("taken on")
    ENDED = "ended", _("ended")


class Ending(models.TextChoices):
    DONE = "done", _("done")
    GIVEN_UP = "given_up", _("given up")
    HANDED_OVER = "handed_over", _("handed over")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("not asked any more")


def _one_thing() -> Q:
    """Exactly one of the three is named."""
    found = Q()
    for named in ABOUT:
        found |= Q(**{f"{one}__isnull": one != named for one in ABOUT})
    return found


def _constraints() -> tuple[models.BaseConstraint, ...]:
    """Of one thing: one holder where it is `sole`; nobody twice."""
    found: list[models.BaseConstraint] = [models.CheckConstraint(condition=_one_thing(), name="pledges_pledge_about_one")]
    for name in ABOUT:
        fields, what = ("school", "kind", name), name.removeprefix("about_")
        found.append(models.UniqueConstraint(fields=fields, condition=Q(state="taken", sole=True), name=f"pledges_sole_{what}"))
        once = Q(state__in=["offered", "taken"])
        found.append(models.UniqueConstraint(fields=(*fields, "holder"), condition=once, name=f"pledges_once_{what}"))
    return tuple(found)


class Pledge(Dated):
    """认领: what somebody took upon herself, from a day to a day. `sole` is that of its kind on the day it began. `follows` is
    whose it was before, where it was handed over."""

    kind = SchoolFK(PledgeKind, models.PROTECT, related_name="pledges")
    unit = SchoolFK(Unit, models.PROTECT, related_name="+")  # that keeps it
    about_unit = SchoolFK(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    about_person = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+")
    about_entry = SchoolFK(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    holder = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("holder"))
    state = models.CharField(_("state"), max_length=8, choices=PledgeState, default=PledgeState.TAKEN)
    sole = models.BooleanField(default=False)
    basis = models.CharField(_("basis"), max_length=200, blank=True)
    ending = models.CharField(_("how it ended"), max_length=12, choices=Ending, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    follows = SchoolFK("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    class Meta(Dated.Meta):
        verbose_name = _("pledge")
        ordering = ("-from_day", "-id")
        constraints = (*Dated.Meta.constraints, *_constraints())
        indexes = (models.Index(fields=("school", "holder", "state"), name="pledges_pledge_holder"),)

    class Privacy:
        internal = ("id", "school", "kind", "unit", "about_unit", "about_entry", "state", "sole", "ending", "follows")
        internal += ("from_day", "to_day", "made_by", "made_at")
        personal = ("about_person", "holder", "basis", "reason")

    def __str__(self) -> str:
        return f"{self.kind.title} {self.holder.name}"


class PledgeLog(SchoolOwned):
    """履行记录: what was done of it on a day; the words stand on its paper."""

    pledge = SchoolFK(Pledge, models.CASCADE, related_name="logs")
    day = models.DateField(_("day"))
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    paper_day = models.DateField(null=True, blank=True)  # 补录: of the paper from which it was typed in

    class Meta:
        verbose_name = _("word of a pledge")
        ordering = ("-day", "-id")
        indexes = (models.Index(fields=("school", "pledge", "day"), name="pledges_log_day"),)

    class Privacy:
        internal = ("id", "school", "pledge", "day", "made_by", "made_at", "paper_day")
