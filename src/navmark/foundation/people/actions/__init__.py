"""Every write of the room: atomic, audited, with the person acting as `by` and the moment as `at`."""

from navmark.foundation.people.actions.colleagues import add_colleague, add_contact
from navmark.foundation.people.actions.committee import ElectionResult, complete_committee, install_committee
from navmark.foundation.people.actions.engagements import end_engagement, engage
from navmark.foundation.people.actions.guardians import add_guardian, end_guardian, name_guardian
from navmark.foundation.people.actions.leave import end_absence, end_exemption, end_suspension, exempt, note_absence, suspend
from navmark.foundation.people.actions.persons import add_person, change_person
from navmark.foundation.people.actions.posts import appoint, dismiss
from navmark.foundation.people.actions.schools import Founded, found_school
from navmark.foundation.people.actions.statuses import end_status, set_status
from navmark.foundation.people.actions.teaching import end_teaching, set_teaching, teach
from navmark.foundation.people.actions.terms import correct_committee_term, start_committee_term
from navmark.foundation.people.actions.units import (
    close_unit,
    create_branch,
    create_class,
    create_group,
    create_school_units,
    create_unit,
    leave_unit,
    move,
    rename_unit,
)

__all__ = [
    "ElectionResult",
    "Founded",
    "add_colleague",
    "add_contact",
    "add_guardian",
    "add_person",
    "appoint",
    "change_person",
    "close_unit",
    "complete_committee",
    "correct_committee_term",
    "create_branch",
    "create_class",
    "create_group",
    "create_school_units",
    "create_unit",
    "dismiss",
    "end_absence",
    "end_engagement",
    "end_exemption",
    "end_guardian",
    "end_status",
    "end_suspension",
    "end_teaching",
    "engage",
    "exempt",
    "found_school",
    "install_committee",
    "leave_unit",
    "move",
    "name_guardian",
    "note_absence",
    "rename_unit",
    "set_status",
    "set_teaching",
    "start_committee_term",
    "suspend",
    "teach",
]
