"""Import a sheet from the command line: the same run as in the browser, with its report by row."""

import argparse
import json
from pathlib import Path

from navmark.project import ground
from navmark.project.refusals import Refused

HELP = "导入表格 / import a sheet"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--as", dest="kind", required=True, choices=("staff", "members", "pupils"), help="表格类型 / what it is")
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--dry-run", action="store_true", help="只预览 / look only")
    parser.add_argument("--sure", action="store_true", help="已核对类型与换人 / kind of sheet and changed offices were looked at")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    ground.stand_on_data(args.data)
    from navmark.foundation.sheets import refusals
    from navmark.project.importing import import_file

    try:
        report = import_file(args.file, args.kind, dry_run=args.dry_run, sure=args.sure)
    except OSError as error:
        raise Refused(f"无法读取 {args.file}", f"cannot read {args.file}: {error.strerror}") from error
    except refusals.Refused as refused:
        raise Refused(str(refused), "the sheet was refused; nothing was imported") from refused
    counts = {outcome.value: count for outcome, count in report.counts.items()}
    if args.json:
        print(json.dumps({"ready": report.ready, "rows": counts}, ensure_ascii=False))
        return 0 if report.ready else 1
    for line in report.open_lines:
        print(f"第 {line.number} 行 {line.about}: {'; '.join(map(str, line.messages)) or line.question.text}")
    print(" · ".join(f"{outcome.label} {count}" for outcome, count in report.counts.items() if count))
    if not report.ready:
        print("未导入任何行 / no row was imported")
    return 0 if report.ready else 1
