"""What the product does by itself, once a minute. A chore takes the moment and works on the school whose door is open.
A chore that fails is logged and does not keep the others from their turn; the next minute it is tried again.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import count

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from navmark.foundation.tenancy.models import each_school
from navmark.project import statistics
from navmark.project.chores import CHORES

Chore = Callable[[datetime], object]
SECONDS = 60
AN_HOUR = 60  # minutes
log = logging.getLogger(__name__)


def run(at: datetime, chores: Iterable[Chore] | None = None) -> None:
    """One minute's work, for every school."""
    wanted = CHORES if chores is None else tuple(chores)
    for school in each_school():
        for chore in wanted:
            try:
                chore(at)
            except Exception:
                log.exception("%s failed for school %s", getattr(chore, "__qualname__", chore), school.pk)


def forever(stopped: threading.Event) -> None:
    """Tick until stopped."""
    for minute in count():
        if stopped.wait(SECONDS):
            return
        close_old_connections()
        run(timezone.now())
        if minute % AN_HOUR == 0:
            keep_statistics()
        connections.close_all()


def keep_statistics() -> None:
    """Of the whole folder, not of a school: soon after the start, and every hour."""
    try:
        statistics.renew()
    except DatabaseError:
        log.exception("what the database knows of itself could not be renewed")
