"""Import a table from the command line: the same run as in the browser, with its report by row."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from navmark.project import ground
from navmark.project.refusals import Refused

if TYPE_CHECKING:
    from navmark.foundation.tables.preview import Report, ReportLine

HELP = "导入表格，逐行报告 / import a table, with a report by row"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="表格（.xlsx .xls .csv 或文本） / the table")
    parser.add_argument("--as", dest="kind", required=True, choices=("staff", "members", "pupils"), help="表格类型 / what it is")
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--dry-run", action="store_true", help="只预览 / look only")
    parser.add_argument("--sure", action="store_true", help="已核对类型与换人 / kind of table and changed offices were looked at")
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="FILE",
        help='回答要确认的行，JSON 文件，如 {"7": "new"}，选项见报告 / answers to the questions, by row',
    )
    parser.add_argument(
        "--take-new",
        action="store_true",
        help="其余问到“是否同一人”的，都作为新的人 / whoever else is asked about is somebody new",
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    answers = _answers(args.answers) if args.answers else {}
    ground.stand_on_data(args.data)
    from navmark.foundation.tables import refusals
    from navmark.project.importing import import_file

    try:
        report = import_file(args.file, args.kind, dry_run=args.dry_run, sure=args.sure, answers=answers, take_new=args.take_new)
    except OSError as error:
        raise Refused(f"无法读取 {args.file}", f"cannot read {args.file}: {error.strerror}") from error
    except refusals.TableRefused as refused:
        raise Refused(str(refused), "the table was refused; nothing was imported") from refused
    if args.json:
        print(json.dumps(in_json(report), ensure_ascii=False))
    else:
        print(in_words(report, is_imported=report.ready and not args.dry_run))
    return 0 if report.ready else 1


def _answers(path: Path) -> dict[int, str]:
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
        return {int(number): str(value) for number, value in read.items()}
    except OSError as error:
        raise Refused(f"无法读取 {path}", f"cannot read {path}: {error.strerror}") from error
    except (ValueError, AttributeError) as error:
        raise Refused(f'{path} 应为 JSON，如 {{"7": "new"}}', f"{path} is no JSON object of rows and answers") from error


def in_json(report: "Report") -> dict[str, Any]:
    """The whole report: counts, then every row with what would become of it. Of a sealed value only its end is told."""
    rows = [
        {
            "row": line.number,
            "place": line.place,
            "name": line.about,
            "what": line.outcome.value,
            "messages": [*map(str, line.messages)],
            "changes": [{"label": change.label, "before": change.before, "after": change.after} for change in line.changes],
            "question": _question(line),
        }
        for line in report.lines
    ]
    counts = {outcome.value: count for outcome, count in report.counts.items()}
    return {"ready": report.ready, "rows": counts, "report": rows}


def _question(line: "ReportLine") -> dict[str, Any] | None:
    if line.question is None:
        return None
    return {"text": line.question.text, "choices": [{"value": value, "words": words} for value, words in line.question.choices]}


def in_words(report: "Report", *, is_imported: bool) -> str:
    """A line a row, a line more for each choice of a question; the rows without a change are only counted."""
    lines = [text for line in report.lines if line.outcome != "unchanged" for text in _line(line)]
    lines.append(" · ".join(f"{outcome.label} {count}" for outcome, count in report.counts.items() if count))
    if any(line.question for line in report.lines):
        lines.append("要确认的行：把行号和选项写进 JSON 文件，加 --answers 文件；或加 --take-new，都作为新的人")
    return "\n".join(lines if is_imported else [*lines, "未导入任何行 / no row was imported"])


def _line(line: "ReportLine") -> list[str]:
    changes = [f"{change.label} {change.before or '（空）'} → {change.after or '（空）'}" for change in line.changes]
    told = [*map(str, line.messages), *([line.question.text] if line.question else []), *changes]
    choices = line.question.choices if line.question else ()
    head = f"第{line.place}行  {line.about}  {line.outcome.label}" + (f"：{'；'.join(told)}" if told else "")
    return [head, *(f"    {value}  {words}" for value, words in choices)]
