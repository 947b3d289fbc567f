"""Tables about people: staff, Party members, pupils.

An import runs in memory against everything the school has on record (`register`): each row is matched to a person, the facts
it tells are compared with the facts on record, and what differs is noted. The preview shows those notes; the commit does the
same again and writes them, all or nothing. So a preview cannot promise what a commit would not do, and a repeat finds nothing.
"""
