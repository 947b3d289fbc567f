"""What tests need that start the product as a process of its own."""

import os
from uuid import uuid4

import pytest
from django.db import connection


@pytest.fixture(scope="session")
def own_database(django_db_setup, django_db_blocker):
    """Makes the environment of one more database, empty, of the kind that the tests run on; it is dropped at the end."""
    made = []

    def on_the_server(statement: str) -> None:
        with django_db_blocker.unblock():
            with connection.cursor() as cursor:
                cursor.execute(statement)
            connection.close()  # or the database that the tests run on could not be dropped

    def make() -> dict[str, str]:
        if connection.vendor == "sqlite":
            return {}
        made.append(f"own_{uuid4().hex[:12]}")
        on_the_server(f"CREATE DATABASE {made[-1]}")
        server = os.environ["DATABASE_URL"].rpartition("/")[0]
        return {"DATABASE_URL": f"{server}/{made[-1]}"}

    yield make
    for name in made:
        on_the_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def environment_of():
    """The environment of a process on such a database, without what the tests set for themselves."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NAVMARK_", "DJANGO_"))}
    return lambda database: {**kept, **database}
