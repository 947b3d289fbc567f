"""SQLite is told how much lies where, so that a page does not walk through what it could skip."""

from types import SimpleNamespace

from django.db import DatabaseError, connection

from navmark.foundation.people.tests.factories import a_person
from navmark.project import statistics, tick


def test_sqlite_knows_what_lies_where(inside):
    a_person()
    statistics.renew()

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'people_person'")
            assert cursor.fetchone()[0] > 0


def test_it_is_told_soon_after_the_start_and_every_hour_and_a_failure_ends_nothing(monkeypatch):
    ran, told = [], []
    waits = iter([False] * 62 + [True])

    def renew():
        told.append(len(ran))
        raise DatabaseError

    monkeypatch.setattr(tick, "run", ran.append)
    monkeypatch.setattr(tick, "close_old_connections", lambda: None)
    monkeypatch.setattr(tick, "connections", SimpleNamespace(close_all=lambda: None))
    monkeypatch.setattr(tick.statistics, "renew", renew)
    tick.forever(SimpleNamespace(wait=lambda seconds: next(waits)))

    assert (len(ran), told) == (62, [1, 61])
