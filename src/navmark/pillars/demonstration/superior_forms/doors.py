"""Every address of superiors' forms, and who may open it."""

from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from navmark.foundation.people.models import Person
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.pillars.demonstration.superior_forms.actions import keep

KEPT = (MOVED, NONE, NONE, OK, OK, NONE, NONE)
TABLE = {
    "superior_forms:index": Door((MOVED, NO, NO, OK, OK, NO, OK)),
    "superior_forms:form": Door(KEPT, ("superior_form",)),
    "superior_forms:filled": Door(KEPT, ("superior_form",)),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    book, content = Workbook(), BytesIO()
    book.active.append(["学校名称", None, "党员数"])
    book.active.append([None, None, None])
    book.save(content)
    upload = SimpleUploadedFile("统计表.xlsx", content.getvalue())
    return {"superior_form": keep(upload, title="", by=who["clerk"], at=at).pk}


DOORS = Doors(TABLE, things)
