"""Build the demo school in an empty data folder, without serving it."""

import argparse
from pathlib import Path

from navmark.project import ground
from navmark.project.refusals import Refused

HELP = "在空目录建立演示学校 / build the demo school in an empty folder"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=ground.DEMO, help="数据目录 / data folder (var/demo)")


def run(args: argparse.Namespace) -> int:
    args.data.mkdir(parents=True, exist_ok=True)
    ground.stand_on(args.data)
    from navmark.project import preparing

    if not preparing.migrate():
        raise Refused(f"{args.data} 中已有数据", f"{args.data} holds data already")
    for login, password, role in preparing.demo_accounts(build=True):
        print(login, password, role, sep="\t")
    return 0
