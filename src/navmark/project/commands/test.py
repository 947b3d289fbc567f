"""Run the tests, on each database in turn, with a browser; what they need is found or installed first.

When all tests run on both, the second runs only those that it may answer otherwise, and the first leaves to it what it alone
may refuse (tests/second.py).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from navmark.project.ground import ROOT

HELP = "运行测试（SQLite 与 PostgreSQL） / run the tests on both databases"
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
PROCESSES = min(2, os.cpu_count() or 1)
# File by file, for what a file sets up once; the files in the order of the collection (tests/second.py). Left to itself pytest
# hands an eighth of all tests to the first process at once: every long one, while the other process waits for it to end.
SHARED_OUT = ["-n", str(PROCESSES), "--dist", "loadfile", "--no-loadscope-reorder"]


@dataclass(frozen=True)
class TestRun:
    database: str
    exit_code: int
    tests: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0

    @property
    def is_good(self) -> bool:
        """Nothing failed, and nothing was passed over."""
        return self.exit_code == 0 and self.tests > 0 and self.skipped == 0

    def __str__(self) -> str:
        passed = self.tests - self.failed - self.skipped
        counts = f"{passed} passed, {self.failed} failed, {self.skipped} skipped in {self.seconds:.0f} s"
        return f"{NAMES[self.database]:<10}  {counts}" + ("" if self.is_good else f"  (exit {self.exit_code})")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="仅运行这些文件或目录 / only these files or folders")
    parser.add_argument("--db", choices=(*NAMES, "both"), default="both", help="数据库 / database (both)")


def _found(what: str) -> str | None:
    """Where a thing is that the tests need. None where it is missing: the module has then named the command that gets it."""
    found = subprocess.run([sys.executable, "-m", f"tests.{what}"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return found.stdout.strip() if found.returncode == 0 else None


def _outcome(database: str, exit_code: int, report: Path) -> TestRun:
    if not report.exists():
        return TestRun(database, exit_code or 1)
    suites = list(ElementTree.parse(report).iter("testsuite"))
    tests, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    return TestRun(database, exit_code, tests, failures + errors, skipped, sum(float(suite.get("time", 0)) for suite in suites))


def _run(database: str, chosen: list[str], browser: str) -> TestRun:
    """`chosen`: what pytest is told of the tests to run."""
    environment = {**os.environ, "NAVMARK_CHROMIUM": browser}
    environment.pop("DATABASE_URL", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or each process, and there are a hundred, compiles everything again
    server = [sys.executable, "-m", "tests.postgres"] if database == "postgres" else []
    print(f"\n{NAMES[database]}", flush=True)
    with tempfile.TemporaryDirectory(prefix="navmark-report-") as folder:
        report = Path(folder) / "report.xml"
        tests = [sys.executable, "-m", "pytest", *SHARED_OUT, f"--junitxml={report}", *chosen]
        exit_code = subprocess.call([*server, *tests], cwd=ROOT, env=environment)
        return _outcome(database, exit_code, report)


def run(args: argparse.Namespace) -> int:
    databases = list(NAMES) if args.db == "both" else [args.db]
    found = {what: _found(what) for what in ("browser", *(name for name in databases if name == "postgres"))}
    if None in found.values():  # said before the first test, not after ten minutes of them
        return 1
    paths = [str(Path(path).resolve()) if Path(path).exists() else path for path in args.paths]
    outcomes: list[TestRun] = []
    for database in databases:
        turn = ["--again" if outcomes else "--first"] if len(databases) > 1 else []
        chosen = paths or turn
        outcomes.append(_run(database, chosen, found["browser"] or ""))
    print("", *outcomes, sep="\n")
    return 0 if all(outcome.is_good for outcome in outcomes) else 1
