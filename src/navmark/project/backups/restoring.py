"""A backup back into an empty folder and an empty database; the tables are first made as they were when it was taken."""

import io
import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.db.migrations.exceptions import NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from navmark.foundation.people import identity
from navmark.foundation.tenancy.models import each_school
from navmark.project import preparing, tables
from navmark.project.backups import rows
from navmark.project.backups.taking import FORMAT
from navmark.project.refusals import Refused

BATCH = 500


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a sound backup; every byte of the file was read and fits its check. Raises Refused."""
    try:
        with ZipFile(path) as backup:
            damaged = backup.testzip()
            manifest = json.loads(backup.read("manifest.json"))
    except (OSError, BadZipFile, KeyError, ValueError, zlib.error) as error:
        raise _unsound(path) from error
    if damaged:
        raise Refused(f"备份文件已损坏：{damaged}", f"the backup is damaged: {damaged}")
    if manifest.get("format") != FORMAT:
        raise Refused("备份来自更新的版本，请先升级本程序", "the backup is of a newer version: update the program first")
    return manifest


def _unsound(path: Path) -> Refused:
    return Refused(f"{path} 不是完好的备份文件", f"{path} is not a sound backup")


def insist_on_nothing_here() -> None:
    """Raises Refused when the database holds tables already."""
    if connection.introspection.table_names():
        raise Refused("数据库不是空的，只能恢复到空的目录和数据库", "the database is not empty: restore into an empty one")


def restore(path: Path, manifest: dict[str, Any]) -> None:
    """Make the tables, put the rows back and the files beside them, and bring the tables up to date, all in one transaction.

    What breaks off leaves no table behind. Raises Refused.
    """
    # SQLite changes tables only while it does not check keys, and can be told so only before a transaction begins.
    with connection.constraint_checks_disabled(), transaction.atomic():
        put_back(path, manifest)
        preparing.migrate()
        preparing.renew_waiting()


def put_back(path: Path, manifest: dict[str, Any]) -> None:
    """Make the tables as they were when the backup was taken, or bring what is there so far, and fill in rows and files.

    Within a transaction. Raises Refused.
    """
    try:
        _fill_all(path, manifest)
        connection.check_constraints()  # PostgreSQL changes no table while a key in it waits to be checked
    except (IntegrityError, SuspiciousFileOperation) as error:
        raise _unsound(path) from error


def _fill_all(path: Path, manifest: dict[str, Any]) -> None:
    models = _tables_of_then([(app, name) for app, name in manifest["migrations"]])
    with ZipFile(path) as backup:
        for label, count in manifest["rows"].items():
            _fill(backup, models.get_model(label), label, count)
        for name in backup.namelist():
            if name.startswith("files/"):
                with backup.open(name) as member:
                    _keep(PurePosixPath(name).relative_to("files"), member)


def index_anew() -> None:
    """The keys by which people are found, computed with the key of the indexes that came back."""
    for _school in each_school():
        identity.index_anew()


def _tables_of_then(nodes: list[tuple[str, str]]) -> Any:
    """Make the tables as they were when the backup was taken; its models as they were then."""
    executor = MigrationExecutor(connection)
    # Libraries keep nothing of a school and may be as new as they are. A room of ours that the backup does not know is younger
    # than it, and may stand on tables as they became later: it comes with what brings everything up to date.
    ours = rows.steps_of_rooms(executor.loader.graph)
    if ours == set(nodes):  # of this version
        return tables.make_all()
    others = [node for node in executor.loader.graph.leaf_nodes() if node not in ours]
    try:
        state = executor.migrate([*others, *nodes])
    except (KeyError, NodeNotFoundError) as error:
        raise Refused(
            "备份来自更新的版本，请先升级本程序", "the backup is of a newer version: update the program first"
        ) from error
    return state.apps


def _fill(backup: ZipFile, model: type[Model], label: str, count: int) -> None:
    for field in model._meta.concrete_fields:
        field.auto_now_add = field.auto_now = False  # the moments are those of then; this class lives for the restore alone
    with backup.open(f"rows/{label}.jsonl") as member, io.TextIOWrapper(member, "utf-8") as text:
        names = json.loads(next(text))
        found = 0
        for batch in _batches(text):
            made = [rows.from_line(model, names, line) for line in batch]
            model._base_manager.bulk_create(made)
            found += len(made)
    if found != count:
        raise Refused(f"备份文件不完整：{label}", f"the backup is incomplete: {label}")


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(lines)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _keep(path: PurePosixPath, content: Any) -> None:
    """Write a file where it was; the storage refuses a path that leads out of its folder."""
    if default_storage.save(str(path), content) != str(path):
        raise Refused(f"目录中已有文件 {path}", f"there is a file {path} already")
