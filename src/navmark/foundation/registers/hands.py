"""Who stands on entries, read along with their rows: a list asks nothing more for it."""

from typing import Any

from django.db.models import Aggregate, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from navmark.foundation.registers.models import Hand

BLANK, NEXT = Value(" "), Value("\n")


class JoinedWords(Aggregate):
    """Words of several rows, in no order."""

    function = "STRING_AGG"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **told: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, **told, function="GROUP_CONCAT")


def hands_of_it() -> Subquery:
    """Of each entry of a query, for `named`."""
    one = Concat(Cast("pk", TextField()), BLANK, "role", BLANK, "person__name", output_field=TextField())
    rows = Hand.objects.filter(entry=OuterRef("pk")).order_by().values("entry")
    return Subquery(rows.annotate(lines=JoinedWords(one, NEXT)).values("lines"))


def named(lines: str | None) -> dict[str, list[str]]:
    """Role -> names, in the order in which they were written down (of their ids)."""
    found: dict[str, list[str]] = {}
    for line in sorted((lines or "").splitlines()):
        _pk, role, name = line.split(" ", 2)
        found.setdefault(role, []).append(name)
    return found
