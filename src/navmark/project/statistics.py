"""What SQLite knows of how much lies where, by which it chooses its indexes. PostgreSQL renews that by itself."""

from django.db import connection

ROWS_READ = 1000  # of each index: enough to tell few from many, and quick however much there is


def renew() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_READ}")
            cursor.execute("ANALYZE")
