"""What makes ten thousand rows at once bearable, for the length of a block."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, models

MANY = 200  # new rows of a table, from which on its statistics are of no use any more
SELDOM = 50_000  # new objects between two looks of the collector


@contextmanager
def wide_inserts() -> Iterator[None]:
    """Let a statement hold as many variables as this SQLite allows. Nothing changes on PostgreSQL.

    Django 5.2 assumes SQLite's limit of 1999, 999 variables a statement, and would split ten thousand persons into two hundred
    statements. Newer SQLite takes far more; Django 6 asks for the limit, as this does.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    usual = connection.features.max_query_params
    connection.features.max_query_params = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    try:
        yield
    finally:
        connection.features.max_query_params = usual


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the collector look seldom: rows that are all kept to the end give it nothing to free, and took a third of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(max(SELDOM, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def many_came(tables: Iterable[type[models.Model]]) -> None:
    """Let PostgreSQL count these tables now. By itself it does so within a minute of the end of the transaction; until then it
    takes them for empty, and to find 1,600 pupils went through all of them for each: three minutes instead of three milliseconds.
    """
    names = [connection.ops.quote_name(one._meta.db_table) for one in tables]
    if names and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(names)}")
