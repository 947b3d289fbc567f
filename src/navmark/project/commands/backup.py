"""Back up a data folder while people work. The file holds no key."""

import argparse
import json
from contextlib import suppress
from pathlib import Path

from navmark.project import ground

HELP = "备份（可在使用中进行，不含密钥） / back up while people work; without keys"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="备份文件 / where to (DIR/backups/navmark-<time>.zip)")
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    data = ground.stand_on_data(args.data)
    from django.db import DatabaseError
    from django.utils import timezone

    from navmark.foundation.cadence import waiting
    from navmark.foundation.tenancy.models import each_school
    from navmark.project.backups import last, taking
    from navmark.project.doctor import MACHINE

    at = timezone.now()
    path = args.file or data / "backups" / f"navmark-{timezone.localtime(at):%Y%m%d-%H%M%S}.zip"
    manifest = taking.take(path, at=at)
    last.note(path, at=at)
    with suppress(DatabaseError):  # on a full disk the reminder goes with the next day
        for _school in each_school():
            waiting.changed(MACHINE, at=at)
    found = {"file": str(path), "bytes": path.stat().st_size, "rows": sum(manifest["rows"].values()), "files": manifest["files"]}
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    print(f"已备份 / backed up: {path}")
    print(f"{found['rows']}行，{found['files']}个附件，{found['bytes'] / 1e6:.1f} MB；不含密钥，请与恢复单分开保管")
    return 0
