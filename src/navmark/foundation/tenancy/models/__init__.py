"""Schools, what a school owns, and what it decided."""

from navmark.foundation.tenancy.fields import SchoolFK
from navmark.foundation.tenancy.models.owned import SchoolManager, SchoolOwned, SchoolQuerySet
from navmark.foundation.tenancy.models.policy import PolicyDecision
from navmark.foundation.tenancy.models.school import District, School, each_school

__all__ = [
    "District",
    "PolicyDecision",
    "School",
    "SchoolFK",
    "SchoolManager",
    "SchoolOwned",
    "SchoolQuerySet",
    "each_school",
]
