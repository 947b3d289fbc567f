"""A new version over the old data: a command says what to run first, and no statement fails half way."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from navmark.project import preparing
from navmark.project.refusals import Refused


def test_tables_of_today_are_taken(db, tmp_path):
    assert preparing.insist_on_tables_of_today(tmp_path) is None


def test_tables_of_an_earlier_version_are_refused_with_the_remedy(db, tmp_path):
    recorder = MigrationRecorder(connection)
    recorder.migration_qs.filter(app="almanac").latest("applied").delete()

    with pytest.raises(Refused, match=f"请先运行一次 ./navmark up --data {tmp_path}"):
        preparing.insist_on_tables_of_today(tmp_path)
