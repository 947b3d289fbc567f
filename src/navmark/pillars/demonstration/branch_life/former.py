"""Fields of a version before, whose changes still stand in the trail: the sheets that have become papers of the programme."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.words import Former, remember

SHEETS = {
    "lecturenote": {
        "lecturer": Former(_("lecturer"), of="people.person"), "guest_lecturer": Former(_("lecturer from outside")),
        "form": Former(_("form")), "hours": Former(_("hours")), "outline": Former(_("outline")),
        "discussion": Former(_("discussion")), "make_up": Former(_("make-up for those absent")),
    },
    "themedaynote": {
        "dues_expected": Former(_("members due to pay")), "dues_paid": Former(_("members who paid")),
        "account": Former(_("account of the day")), "agreed": Former(_("what was agreed")),
    },
    "segment": {
        "name": Former(_("segment")), "topic": Former(_("topic")), "leader": Former(_("led by"), of="people.person"),
        "optional": Former(_("chosen by the branch")),
    },
    "lifemeetingnote": {
        "study": Former(_("study together")), "opinions": Former(_("opinions gathered")), "talks": Former(_("talks held")),
    },
    "reviewnote": {
        "own": Former(_("members on themselves")), "mutual": Former(_("members on each other")),
        "opinion": Former(_("opinion of the committee")),
    },
}  # fmt: skip

remember({f"branch_life.{model}.{name}": former for model, fields in SHEETS.items() for name, former in fields.items()})
