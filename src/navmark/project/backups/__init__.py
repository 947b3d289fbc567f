"""备份: one file with every row and every attachment as they stood at one moment, and without a key.

The file is a zip: `manifest.json`, `rows/<model>.jsonl` (first line the columns, then a row a line) and `files/`. It names no
database, so a school that has outgrown SQLite restores its backup into PostgreSQL. Sealed fields stay sealed in it.
"""
