"""留痕: who did what, when?

Append-only rows. A row keeps a salted digest of its payload; the payload may be erased, the digest stays, and the chain
that the minute tick builds over batches of rows still verifies.
"""
