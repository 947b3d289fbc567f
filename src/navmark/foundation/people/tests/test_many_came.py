"""PostgreSQL is told at once of many new people, or it would look for each of them among all."""

from django.db import connection

from navmark.foundation.people.importing.bulk import many_came
from navmark.foundation.people.models import Engagement, Person
from navmark.foundation.people.tests.factories import a_staff_member


def test_the_tables_are_counted_within_the_transaction(inside):
    for _time in range(3):
        a_staff_member()
    many_came([Person, Engagement])

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname IN ('people_person', 'people_engagement')")
            assert [row[0] >= 3 for row in cursor.fetchall()] == [True, True]
    assert Person.objects.count() >= 3
