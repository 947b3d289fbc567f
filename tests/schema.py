"""What a database holds, told so that two of them can be compared."""

import json
import re

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

SQLITE = {
    "columns": "SELECT name, type, [notnull], dflt_value, pk FROM pragma_table_info(%s)",
    "keys": "SELECT [from], [table], [to], on_update, on_delete FROM pragma_foreign_key_list(%s)",
    "indexes": "SELECT l.[unique], l.partial, i.name, i.[desc] FROM pragma_index_list(%s) l, pragma_index_xinfo(l.name) i"
    " WHERE i.key",
    "written": "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s",
}
POSTGRES = {
    "columns": "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default, collation_name, is_identity"
    " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
    "constraints": "SELECT pg_get_constraintdef(oid), CASE WHEN contype = 'c' AND conname !~ '_check$' THEN conname END"
    " FROM pg_constraint WHERE conrelid = %s::regclass AND contype <> 'n'",
    "indexes": "SELECT indexdef FROM pg_indexes WHERE tablename = %s",
}
NAMED_BY_ITS_TABLE = re.compile(r"INDEX \S+ ON")
NAMED = re.compile(r'CONSTRAINT "(\w+)" (CHECK|UNIQUE)')


def schema():
    """Of each table its columns, and what is unique, indexed, referred to or checked; and what is noted as done."""
    asked = SQLITE if connection.vendor == "sqlite" else POSTGRES
    done = MigrationRecorder(connection).applied_migrations()
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        found = {name: {what: _told(cursor, what, sql, name) for what, sql in asked.items()} for name in names}
    return json.loads(json.dumps(found | {"done": sorted(done)}))


def _told(cursor, what, sql, table):
    """The rows, in no order; without what is named after a hash, and of an SQLite table's text the names in it."""
    cursor.execute(sql, [table])
    rows = cursor.fetchall()
    if what == "written":
        rows = NAMED.findall(rows[0][0])
    elif what == "indexes" and connection.vendor == "postgresql":
        rows = [NAMED_BY_ITS_TABLE.sub("INDEX ON", row[0]) for row in rows]
    return sorted(rows, key=str)
