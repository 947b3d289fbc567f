"""The people room's tables; each noun in a file of its own."""

from navmark.foundation.people.models.account import Account, Device, Invitation, InvitationPurpose, SchoolAccount
from navmark.foundation.people.models.committee_term import CommitteeTerm
from navmark.foundation.people.models.importing import ImportAnswer, ImportDraft, RememberedHeading, TableKind
from navmark.foundation.people.models.leave import Absence, AbsenceKind, Exemption, RightsSuspension
from navmark.foundation.people.models.merger import Merger
from navmark.foundation.people.models.namesakes import Namesakes
from navmark.foundation.people.models.person import Engagement, EngagementKind, Guardianship, Leaving, Person, Precision, Sex
from navmark.foundation.people.models.post import COMMITTEE_POSTS, Post, PostKind
from navmark.foundation.people.models.status import PartyStatus, Status
from navmark.foundation.people.models.teaching import Teaching
from navmark.foundation.people.models.unit import Unit, UnitKind, UnitMembership

__all__ = [
    "COMMITTEE_POSTS",
    "Absence",
    "AbsenceKind",
    "Account",
    "CommitteeTerm",
    "Device",
    "Engagement",
    "EngagementKind",
    "Exemption",
    "Guardianship",
    "ImportAnswer",
    "ImportDraft",
    "Invitation",
    "InvitationPurpose",
    "Leaving",
    "Merger",
    "Namesakes",
    "PartyStatus",
    "Person",
    "Post",
    "PostKind",
    "Precision",
    "RememberedHeading",
    "RightsSuspension",
    "SchoolAccount",
    "Sex",
    "Status",
    "TableKind",
    "Teaching",
    "Unit",
    "UnitKind",
    "UnitMembership",
]
