"""Restore a backup into an empty folder, or give an existing folder its keys back."""

import argparse
import json
import sys
from pathlib import Path

from navmark.project import folder, ground, recovery
from navmark.project.refusals import Refused

HELP = "从备份恢复到空目录；--keys 恢复密钥 / restore into an empty folder; --keys gives the keys back"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="备份文件；省略则只恢复密钥 / the backup; without it, keys only"
    )
    parser.add_argument("--data", type=Path, required=True, help="数据目录 / data folder")
    parser.add_argument("--keys", type=Path, metavar="SHEET", help="恢复单，或密钥目录 / recovery sheet, or a folder of keys")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    if not (args.file or args.keys):
        raise Refused("请给出备份文件，或用 --keys 给出恢复单", "name a backup, or a recovery sheet with --keys")
    given = recovery.read(args.keys) if args.keys else []
    if not args.file and not args.data.is_dir():
        raise Refused(f"没有数据目录 {args.data}", f"there is no data folder {args.data}")
    claim = folder.newly_claimed if args.file else folder.claimed
    with claim(args.data, address="restore") as is_taken_over:
        if is_taken_over:
            sys.stderr.write("上次恢复没有完成，已清除并从头开始 / the last restore was broken off: it begins anew\n")
        ground.stand_on(args.data)
        from django.db import connections

        try:
            return _restore(args, given)
        finally:
            connections.close_all()  # an open database would keep its folder from being cleared


def _restore(args: argparse.Namespace, given: list) -> int:
    from navmark.project.backups import restoring, seals

    manifest = {}
    if args.file:
        manifest = restoring.read_manifest(args.file)
        restoring.insist_on_nothing_here()
    is_index_replaced = recovery.give_back(given)
    if args.keys and args.keys.is_file():
        recovery.count_as_printed(given)
    if args.file:
        restoring.restore(args.file, manifest)
        folder.note_finished(args.data)
    elif is_index_replaced:
        restoring.index_anew()
    lost = seals.unreadable()
    found = {"schools": manifest.get("schools", []), "rows": sum(manifest.get("rows", {}).values()), "unreadable": lost}
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    if given:
        print(f"已写入{len(given)}个密钥 / {len(given)} keys written")
    if manifest:
        print(f"已恢复 / restored: {'、'.join(found['schools'])}（{found['rows']}行）")
    for key, count in lost.items():
        print(f"缺少密钥 {key}：{count}处加密内容无法读取；找到恢复单后运行 navmark restore --data {args.data} --keys 恢复单文件")
    return 0
