"""会议记录: what was said and decided?

Agenda, speeches, paper votes, what was decided (a 决议 of the assembly, a 决定 of the committee, an 意见 of a group), and
who does what by when. A record is checked (自查), submitted by its recorder and locked by a second person; from then on it
only grows dated amendments, and what is printed is the frozen snapshot.
"""
