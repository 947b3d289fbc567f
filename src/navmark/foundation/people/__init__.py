"""人与组织: who is who, in which unit, in what office?

Nearly everything about a person is true for a time only: a status, a post, a place in a group. Each is a dated row, and
"who might vote on that day" is a query over them, never a column that somebody has to keep right.
"""
