"""Build the demo school in an empty data folder, without serving it."""

import argparse
import json
from pathlib import Path

from navmark.project import folder, ground
from navmark.project.refusals import Refused

HELP = "在空目录建立演示学校 / build the demo school in an empty folder"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=ground.DEMO, help="数据目录 / data folder (var/demo)")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    with folder.claimed(args.data, address="demo"):
        ground.stand_on(args.data)
        from navmark.project import preparing

        if not preparing.migrate():
            raise Refused(f"{args.data} 中已有数据", f"{args.data} holds data already")
        accounts = preparing.demo_accounts(build=True)
    if args.json:
        print(
            json.dumps(
                [{"login": login, "password": password, "role": role} for login, password, role in accounts], ensure_ascii=False
            )
        )
        return 0
    for account in accounts:
        print(*account, sep="\t")
    return 0
