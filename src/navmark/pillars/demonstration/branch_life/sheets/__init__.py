"""记录表: the printed records of the branch's organisational life.

`shape.Record` holds all that a sheet needs as plain values, so that a locked record is printed from its snapshot and never
again from rows. Each kind's builder lays it out in the order of the issued forms; `rendering` prints it. A gathering of
several parts is one Record a part. Chinese here is the form's own wording, not the interface's, and is not translated.
"""
