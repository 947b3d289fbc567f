"""记录: what was written and who signed it?

Anything that is written down about something (a meeting, a visit, a lesson) has a record: it is checked (自查), submitted by
whoever writes it and locked by a second person; from then on it only grows dated amendments, and what is printed is the frozen
snapshot. The room knows none of its owners: each kind of owner registers how its doors are asked and what is checked.
"""
