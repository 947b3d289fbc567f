"""The branch of the test vectors: 24 who may vote, 2 probationary members, 5 on the committee, 4 groups."""

from datetime import date

TODAY = date(2026, 11, 23)
ENTITLED = 24
COMMITTEE = 5
GROUPS = 4
