"""The people room's tables; each noun in a file of its own."""

from navmark.foundation.people.models.account import Account, Device, Invitation, SchoolAccount
from navmark.foundation.people.models.leave import Absence, Exemption, RightsSuspension
from navmark.foundation.people.models.person import Engagement, Guardianship, Person
from navmark.foundation.people.models.post import COMMITTEE_POSTS, Post, PostKind
from navmark.foundation.people.models.status import PartyStatus, Status
from navmark.foundation.people.models.unit import Unit, UnitKind, UnitMembership

__all__ = [
    "COMMITTEE_POSTS",
    "Absence",
    "Account",
    "Device",
    "Engagement",
    "Exemption",
    "Guardianship",
    "Invitation",
    "PartyStatus",
    "Person",
    "Post",
    "PostKind",
    "RightsSuspension",
    "SchoolAccount",
    "Status",
    "Unit",
    "UnitKind",
    "UnitMembership",
]
