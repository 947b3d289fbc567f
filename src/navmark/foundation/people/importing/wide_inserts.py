"""Inserting many rows in one statement on SQLite.

Django 5.2 assumes SQLite's limit of 1999, 999 variables a statement, and would split ten thousand persons into two hundred
statements. Newer SQLite takes far more; Django 6 asks for the limit, as this does.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def wide_inserts() -> Iterator[None]:
    """For the block, let a statement hold as many variables as this SQLite allows. Nothing changes on PostgreSQL."""
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
