"""One file per question. A check takes plain numbers and days, never rows, and answers with a Finding."""
