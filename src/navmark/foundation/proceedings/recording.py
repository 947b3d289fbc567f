"""What the record of an activity owes to this room: its self-check."""

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.proceedings.selfcheck import findings
from navmark.foundation.records import selfcheck

selfcheck.register(ACTIVITY, findings)
