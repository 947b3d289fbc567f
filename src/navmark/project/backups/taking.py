"""Taking a backup while people work: all rows are read from one snapshot, which waits for nobody and makes nobody wait."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.sealing import keys
from navmark.foundation.tenancy.models import School
from navmark.project.backups import rows
from navmark.project.refusals import Refused

FORMAT = 1
SNAPSHOT = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


def take(path: Path, *, at: datetime) -> dict[str, Any]:
    """Write the backup and return its manifest. The file appears whole or not at all. Raises Refused."""
    if path.exists():
        raise Refused(f"{path} 已存在，备份不覆盖旧文件", f"{path} exists: a backup overwrites nothing")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.partial")
    try:
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            manifest = _write(file, at)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise Refused(f"备份未完成：{error.strerror}", f"the backup was not made: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _write(file: Any, at: datetime) -> dict[str, Any]:
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as backup:
        with _snapshot():
            manifest = _heading(at)
            manifest["rows"] = {model._meta.label: _add_table(backup, model) for model in rows.models()}
            paths = list(Attachment._base_manager.order_by("path").values_list("path", flat=True))
        # Their rows were there a moment ago; who removed a file since then has removed it, and the manifest says which.
        kept = {path: _add_file(backup, path) for path in paths}
        manifest["files"] = sum(kept.values())
        manifest["files_removed_meanwhile"] = [path for path, is_there in kept.items() if not is_there]
        backup.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


@contextmanager
def _snapshot() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _heading(at: datetime) -> dict[str, Any]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refused(
            "数据表不是本版本的，请先运行 ./navmark up", "the tables are older than the program: run ./navmark up first"
        )
    return {
        "format": FORMAT,
        "taken_at": at.isoformat(timespec="seconds"),
        "schools": list(School.objects.order_by("id").values_list("name", flat=True)),
        "keys": [key.id for key in keys.ring().everything()],
        "migrations": sorted(rows.steps_of_rooms(executor.loader.graph)),
    }


def _add_table(backup: ZipFile, model: Any) -> int:
    """Add a table; how many rows it has."""
    count = 0
    with backup.open(f"rows/{model._meta.label}.jsonl", "w") as member, io.TextIOWrapper(member, "utf-8") as text:
        text.write(json.dumps(rows.columns(model)) + "\n")
        for line in rows.lines_of(model):
            text.write(line + "\n")
            count += 1
    return count


def _add_file(backup: ZipFile, path: str) -> bool:
    try:
        with default_storage.open(path) as file, backup.open(f"files/{path}", "w") as member:
            for chunk in file.chunks():
                member.write(chunk)
    except FileNotFoundError:
        return False
    return True
