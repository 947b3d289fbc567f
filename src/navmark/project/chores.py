"""What the minute tick does for each school; each chore is idempotent."""

from datetime import datetime

from django.utils.timezone import localdate

from navmark.foundation.attachments import actions as attachments
from navmark.foundation.audit import chain, retention
from navmark.foundation.cadence import sweeping
from navmark.foundation.cadence.cadences import keep_specs
from navmark.foundation.cadence.specs import all_specs
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people.merging import actions as merging
from navmark.foundation.people.rollover import roll_over
from navmark.foundation.privacy import retention as access_log
from navmark.foundation.programme.cards import brought
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.registers import retention as entries
from navmark.foundation.rotas.proposing import propose_everywhere
from navmark.foundation.slips import retention as care_notes
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id
from navmark.project import signed_trail


def keep_programme(at: datetime) -> None:
    """The school has the programme that comes with the product."""
    establish_programme(at=at)


def keep_duties(at: datetime) -> None:
    """The school has a row for every cadence of its mechanisms, whose turn it is next, and a duty for each that is due."""
    school = School.objects.get(pk=active_school_id())
    keep_specs(all_specs(), active_from=school.in_use_since, at=at)
    propose_everywhere(at=at)
    sweeping.sweep(on=localdate(at), at=at)


def duties_of_the_day(at: datetime) -> None:
    """The same when the day has changed, or something on which duties depend. One query where nothing has."""
    if sweeping.is_due(localdate(at)):
        keep_duties(at)


def keep_classes(at: datetime) -> None:
    roll_over(localdate(at), at=at)


def seal_trail(at: datetime) -> None:
    if batch := chain.seal_school(at):
        signed_trail.note(batch)


def forget_removed_files(at: datetime) -> None:
    attachments.forget_removed(at=at)


def retain_trail(at: datetime) -> None:
    retention.retain_due(at=at)


def retain_access_log(at: datetime) -> None:
    access_log.retain_due(at=at)


def retain_entries(at: datetime) -> None:
    entries.retain_due(at=at)


def forget_care_notes(at: datetime) -> None:
    care_notes.forget_due(at=at)


def do_of_mechanisms(at: datetime) -> None:
    for _card, chore in brought("chore"):
        chore(at=at)


def forget_mergers(at: datetime) -> None:
    merging.forget_mergers(at)


CHORES = (
    keep_programme, duties_of_the_day, remind, keep_classes, forget_removed_files, seal_trail, retain_trail, retain_access_log,
    retain_entries, forget_care_notes, do_of_mechanisms, forget_mergers,
)  # fmt: skip
