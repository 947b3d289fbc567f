"""Papers to vote with, and to count on: rows of plain words, printed; nothing on them could name a voter."""
