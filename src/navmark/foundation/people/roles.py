"""The circles under the names that older code still uses."""

from enum import StrEnum


class Role(StrEnum):
    SECRETARY = "secretary"
    COMMITTEE = "committee"
    CLERK = "clerk"
    GROUP_LEADER = "group_leader"
    MEMBER = "members"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    STAFF = "staff"
