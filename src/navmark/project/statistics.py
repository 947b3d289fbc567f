"""What the database knows of how much lies where, by which it chooses its indexes."""

from django.db import connection

ROWS_READ = 1000  # of each index of SQLite: enough to tell few from many, and quick however much there is


def renew() -> None:
    """Let SQLite count. PostgreSQL does that by itself, soon after a transaction has ended."""
    if connection.vendor == "sqlite":
        count_now()


def count_now() -> None:
    """Within a transaction too, for one that goes on with the many rows it has written."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_READ}")
        cursor.execute("ANALYZE")
