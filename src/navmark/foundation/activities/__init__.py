"""活动: what happened and who was there?

One afternoon's gathering is one activity with parts; each part has a kind. One roll serves all parts: who is expected at a
part, and who may vote in it, follows from the kind, the unit and everybody's status on that day. Being there is always an
act of somebody: the person's own sign-in, or the recorder's mark against the signed sheet. Nothing is prefilled as present.
"""
