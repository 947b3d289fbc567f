"""Backups of versions before, restored one upon the other into the folder that the process stands on, and what it then holds.

The tables are made as the oldest knew them; once they have come to be those of the next, its rows join the rows that came so far.
"""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.audit.queries import history_of
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import facts
from navmark.pillars.demonstration.branch_life.sheets import texts
from navmark.project import preparing, recovery
from navmark.project.backups import restoring
from navmark.project.chores import keep_programme
from navmark.project.doctor import examine
from navmark.project.facts import facts_of
from tests.schema import schema

KEPT = Path(__file__).parent / "kept"
WITH_ITS_HOUSE, WITH_ITS_SHEETS = "启明实验小学", "启明小学"
OLDEST_FIRST = {
    "before-the-house-was-rebuilt.zip": "its-recovery-sheet.txt",
    "before-sheets-were-papers.zip": "recovery-sheet-of-the-sheets.txt",
}
AGE_OF_BACKUP = "备份"  # grows while these are kept


def tell() -> None:
    """Restore them all, and print what the folder holds, as JSON."""
    restore_all()
    held = facts_of(School.objects.get(name=WITH_ITS_HOUSE), on=timezone.localdate())
    files = [path.name for path in (Path(settings.DATA) / "files").rglob("*.pdf")]
    sound = [[one.about, one.is_good] for one in examine() if one.about != AGE_OF_BACKUP]
    sys.stdout.write(json.dumps({"held": held, "files": files, "sound": sound, "tables": schema(), "sheets": sheets()}))


def restore_all() -> None:
    """As one is restored; people are found by the keys of the oldest."""
    given = [key for sheet in reversed(OLDEST_FIRST.values()) for key in recovery.read(KEPT / sheet)]
    recovery.give_back(given)
    recovery.count_as_printed(given)
    with connection.constraint_checks_disabled(), transaction.atomic():
        for backup in OLDEST_FIRST:
            restoring.put_back(KEPT / backup, restoring.read_manifest(KEPT / backup))
        preparing.migrate()
        preparing.renew_waiting()


def sheets() -> list:
    """[locked, fields that the trail tells, text of the print] of each sheet; the editions of its papers, their revisions."""
    told = []
    with within(School.objects.get(name=WITH_ITS_SHEETS)):
        keep_programme(timezone.now())
        for activity in Activity.objects.order_by("starts_at"):
            changes = [one.what for deed in deeds(history_of(activity)) for one in deed.changes]
            locked = activity.closed_at is not None
            told += [[locked, changes, texts.transcript(record)] for record in facts.records_of(activity).values()]
        asked = Answers.objects.values("edition__paper")
        numbers = list(PaperEdition.objects.filter(paper__in=asked).values_list("number", flat=True))
        return [told, numbers, sorted(Answers.objects.values_list("revision", flat=True))]
