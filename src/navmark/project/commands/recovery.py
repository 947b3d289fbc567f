"""Print the recovery sheet again, with every key there is today: when `doctor` asks for it, or when the paper is lost."""

import argparse
from pathlib import Path

from navmark.project import ground

HELP = "打印恢复单（全部密钥，请锁存） / print the recovery sheet: every key, to be locked away"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")


def run(args: argparse.Namespace) -> int:
    ground.stand_on_data(args.data)
    from navmark.project import recovery

    print(recovery.printed_sheet())
    return 0
