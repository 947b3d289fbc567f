"""Papers for tests, in the active school."""

from datetime import UTC, datetime
from typing import Any

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.making import make_edition
from navmark.foundation.papers.models import PaperEdition

AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def an_edition(said: dict[str, Any], *, code: str = "flag_speech", title: str = "国旗下讲话", why: str = "") -> PaperEdition:
    return make_edition(code, described(said), title=title, by=None, at=AT, why=why)
