"""Export rosters, the register of a year, and its records as PDF."""

import argparse
import json
from pathlib import Path

from navmark.project import ground

HELP = "导出名册、会议登记与记录 / export rosters, register and records"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="导出的 .zip / the .zip to write")
    parser.add_argument("--year", type=int, help="年度，默认今年 / year (this one)")
    parser.add_argument("--purpose", default="", help="用途，记入查阅记录 / what for; stands in the access log")
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    ground.stand_on_data(args.data)
    from django.utils import timezone

    from navmark.project.exporting import export
    from navmark.project.importing import the_school

    at = timezone.now()
    on = timezone.localdate(at)
    names = export(the_school(), args.file, year=args.year or on.year, on=on, at=at, purpose=args.purpose)
    if args.json:
        print(json.dumps({"file": str(args.file), "names": names}, ensure_ascii=False))
        return 0
    print(f"已导出{len(names)}个文件 / exported: {args.file}")
    print("内含身份证号、电话等明文，请妥善保管；谈心谈话不在其中 / it holds identity numbers in clear; talks are left out")
    print("学生名册的导出已记入查阅记录（系统，命令行） / that the pupils' roster left is in the access log (the system)")
    return 0
