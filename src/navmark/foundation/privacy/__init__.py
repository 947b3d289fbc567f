"""隐私与期限: may we keep it, show it, for how long?

A field says of itself what it is about; a file says of itself who opened it. Neither keeps anybody out: whoever may open a
child's file today may open it for any reason that can be named. What remains is that the reason was named, and by whom.
"""
