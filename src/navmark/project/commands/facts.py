"""Numbers computed from rows: for scripts, and to compare a folder with its restored copy."""

import argparse
import json
from pathlib import Path

from navmark.project import ground

HELP = "由数据算出的数字 / numbers computed from rows"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    ground.stand_on_data(args.data)
    from django.utils import timezone

    from navmark.foundation.tenancy.scope import within
    from navmark.project.chores import duties_of_the_day
    from navmark.project.facts import facts_of
    from navmark.project.importing import the_school

    school = the_school()
    with within(school):
        duties_of_the_day(timezone.now())  # as Today does: an import is followed at once by what it makes due
    found = facts_of(school, on=timezone.localdate())
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for name, number in found.items():
        print(f"{name:<28}{number:>8}")
    return 0
