"""Since which batch a school's trail is signed, noted beside the database: who can write the database alone can rewrite the
whole trail as if there had never been keys, but not this note.
"""

import json
from pathlib import Path

from django.conf import settings

from navmark.foundation.audit import chain
from navmark.foundation.audit.models import AuditBatch
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

NOTE = "trail-signed.json"


def _path() -> Path:
    return Path(settings.DATA) / NOTE


def _noted() -> dict[str, int]:
    """School -> its first signed batch; nothing where the note cannot be read."""
    try:
        return dict(json.loads(_path().read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def note(batch: AuditBatch) -> None:
    """The first signed batch of its school is noted; the later ones follow from it."""
    noted = _noted()
    if not batch.key or str(batch.school_id) in noted:
        return
    draft = _path().with_suffix(".new")
    draft.write_text(json.dumps({**noted, str(batch.school_id): batch.number}), encoding="utf-8")
    draft.replace(_path())


def lost_since(school: School) -> int | None:
    """The first batch that was signed once and is not, or is not there, any more; None when nothing is amiss."""
    first = _noted().get(str(school.pk))
    if first is None:
        return None
    with within(school):
        bare = AuditBatch.objects.filter(number__gte=first, key="").values_list("number", flat=True).first()
        return first if chain.tip()[0] < first else bare
