"""What a record says in print of itself: what was corrected since it was locked."""

from django.utils.timezone import localdate

from navmark.foundation.printing.closing import PrintedAmendment
from navmark.foundation.records.models import Record


def amendments_of(record: Record) -> tuple[PrintedAmendment, ...]:
    return tuple(PrintedAmendment(localdate(one.at), one.by_name, one.text) for one in record.amendments.all())
