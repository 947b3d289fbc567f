"""Look at the data folder, the keys, the disk, the clock, the address and the trail; say what is wrong and how to mend it."""

import argparse
import json
from pathlib import Path

from navmark.project import ground

HELP = "体检：数据、密钥、磁盘、备份、时钟、地址、HTTPS、留痕 / check data, keys, disk, backup, clock, address, HTTPS, trail"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=None, help="数据目录 / data folder")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    ground.stand_on_data(args.data)
    from navmark.project.doctor import examine

    found = list(examine())
    if args.json:
        print(json.dumps([{"about": one.about, "ok": one.is_good, "words": one.words} for one in found], ensure_ascii=False))
    else:
        for one in found:
            print(f"{'正常' if one.is_good else '注意'}  {one.about}：{one.words}")
    return 0 if all(one.is_good for one in found) else 1
