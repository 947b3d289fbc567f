"""A disk that is full, played on the connection."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

# What is printed is noted in the trail; the secret address is made when it is first asked for: refused in words, as a write is.
LEAVES_A_TRACE = {"branch_life:print", "branch_life:print_docx", "activities:feed_address"}


@contextmanager
def full_disk() -> Iterator[None]:
    """No row is written: the database answers as it does when its disk is full."""

    def refuse(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield
