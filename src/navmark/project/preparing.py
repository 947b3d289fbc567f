"""What must be true before the server starts: tables as the code wants them, static files in place, a demo in a demo folder."""

import hashlib
import json
import os
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from navmark.foundation.cadence.waiting import refresh_everything
from navmark.foundation.tenancy.models import each_school
from navmark.project.progress import step
from navmark.project.refusals import Refused

DEMO = "navmark.project.demo"
HERE = Path(__file__).parents[1]


def _lacks_steps(executor: MigrationExecutor) -> bool:
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def insist_on_tables_of_today(data: Path) -> None:
    """Raises Refused where the tables are of an earlier version: only `up` brings them up to date, alone in the folder."""
    if _lacks_steps(MigrationExecutor(connection)):
        raise Refused(
            f"{data} 是较早版本的数据，请先运行一次 ./navmark up --data {data}，数据会随之更新",
            "the data is of an earlier version: run ./navmark up on it once, which brings it up to date",
        )


def migrate() -> bool:
    """Bring the tables up to date; True when there were none before."""
    executor = MigrationExecutor(connection)
    is_new = not executor.loader.applied_migrations
    if _lacks_steps(executor):
        with step("建立数据库" if is_new else "更新数据库"):
            call_command("migrate", verbosity=0, interactive=False)
    return is_new


def renew_waiting() -> None:
    """Each row of what waits is again what its source yields: by the tables and the rules of this version."""
    for _school in each_school():
        refresh_everything(at=timezone.now())


def renew_waiting_once() -> None:
    """The same for a folder that this very code has not renewed before: who starts again waits for nothing."""
    stamp, state = Path(settings.DATA) / ".waiting", _state_of_code()
    if not stamp.exists() or stamp.read_text() != state:
        renew_waiting()
        stamp.write_text(state)


def _state_of_code() -> str:
    return _digest((str(path.relative_to(HERE)), path.stat()) for path in sorted(HERE.rglob("*.py")))


def _state_of_static_files() -> str:
    found = (one for finder in get_finders() for one in finder.list([]))
    return _digest((path, Path(storage.path(path)).stat()) for path, storage in found)


def _digest(files: Iterable[tuple[str, os.stat_result]]) -> str:
    digest = hashlib.sha256()
    for path, stat in files:
        digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def gather_static_files() -> None:
    """Hash and compress them into the data folder, when they are not those that lie there."""
    stamp, state = Path(settings.STATIC_ROOT) / ".state", _state_of_static_files()
    if stamp.exists() and stamp.read_text() == state:
        return
    with step("准备页面文件"):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state)


def demo_accounts(*, build: bool) -> list[tuple[str, str, str]]:
    """Login, password and role of each account of the demo, built now if asked; empty in a school's own folder."""
    kept = Path(settings.DATA) / "demo-accounts.json"
    if build and find_spec(DEMO):
        with step("建立演示学校"):
            kept.write_text(json.dumps(import_module(DEMO).build(at=timezone.now()), ensure_ascii=False), encoding="utf-8")
    return [tuple(row) for row in json.loads(kept.read_text(encoding="utf-8"))] if kept.exists() else []
