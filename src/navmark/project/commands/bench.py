"""Measure the product against its floors, on a demo school made for it in a folder of its own."""

import argparse
import json
import tempfile
from pathlib import Path

from navmark.project import ground

HELP = "测速：与下限之比、SQL 数、内存 / measure ratios to a floor, SQL counts, bytes, memory"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")


def run(args: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="navmark-bench-") as folder:
        ground.stand_on(Path(folder), public_url="http://127.0.0.1")
        from django.db import connections

        from navmark.project import preparing
        from navmark.project.bench import report

        preparing.migrate()
        preparing.gather_static_files()
        preparing.demo_accounts(build=True)
        found = report.run(Path(folder))
        connections.close_all()
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)
    return 0 if all(gate["is_met"] for gate in found["gates"]) else 1


def _print(found: dict) -> None:
    print(f"{'':<16}{'CPU ms':>8}{'ratio':>8}{'SQL':>6}   ({found['database']})")
    for name, case in found["cases"].items():
        print(f"{name:<16}{case['cpu_ms']:>8}{case['ratio'] or '':>8}{case['sql']:>6}")
    print()
    for gate in found["gates"]:
        print(f"{'ok    ' if gate['is_met'] else 'FAILED'}  {gate['what']:<34}{gate['value']:>8.2f}  (<= {gate['limit']})")
    print(f"\nmemory after the first PDF of each worker: {found['memory_mb']['after_a_pdf']} MB")
