"""Do the first page's work without a browser: school, branch, administrator."""

import argparse
import json
from datetime import date
from pathlib import Path

from navmark.project import folder, ground
from navmark.project.refusals import Refused

HELP = "建立学校（不经浏览器） / set up the school without a browser"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--school", required=True, metavar="NAME", help="学校名称 / name of the school")
    parser.add_argument("--branch", default="", metavar="NAME", help="党支部全称，没有可省略 / full name of the branch, if any")
    parser.add_argument("--data", type=Path, default=ground.SCHOOL, help="数据目录 / data folder (var/school)")
    parser.add_argument("--since", type=date.fromisoformat, help="启用日期，默认今天 / in use since, YYYY-MM-DD (today)")
    parser.add_argument("--administrator", default="", metavar="NAME", help="管理员姓名 / the administrator's name")
    parser.add_argument(
        "--programme", default="", metavar="NAME", help="采用的工作方案（programmes/ 下的文件夹名） / the programme it works by"
    )
    parser.add_argument(
        "--json", action="store_true", help="输出 JSON；恢复单只存文件 / print JSON; the recovery sheet stays a file"
    )


def run(args: argparse.Namespace) -> int:
    with folder.claimed(args.data, address="init"):
        ground.stand_on(args.data)
        return _found(args)


def _found(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from navmark.foundation.people.actions import found_school
    from navmark.foundation.ui.refusals import Refusal
    from navmark.project import preparing, recovery

    _insist_shipped(args.programme)
    preparing.migrate()
    since = args.since or timezone.localdate()
    try:
        founded = found_school(
            name=args.school, branch_name=args.branch, in_use_since=since, at=timezone.now(), only=True,
            administrator_name=args.administrator, programme=args.programme,
        )  # fmt: skip
    except Refusal as refusal:
        raise Refused(str(refusal), "this data folder holds a school already") from refusal
    sheet = recovery.printed_sheet()
    if args.json:
        found = {"school": founded.school.name, "code": founded.code, "recovery_sheet": str(recovery.kept())}
        print(json.dumps(found, ensure_ascii=False))
        return 0
    print(sheet)
    print(f"已建立 / set up: {founded.school.name}")
    print(f"管理员邀请码 / the administrator's code for /join/: {founded.code}")
    return 0


def _insist_shipped(name: str) -> None:
    """Empty is the article's."""
    from navmark.foundation.programme.shipping import choices

    names = [one for one, _title in choices()]
    if name and name not in names:
        raise Refused(
            f"没有工作方案“{name}”，可选：{'、'.join(names)}", f"there is no programme {name}; there are: {', '.join(names)}"
        )
