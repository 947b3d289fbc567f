"""What a commit must pass, besides the tests: every step is run, and the closing table says which one failed."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from navmark.project.ground import ROOT

HELP = "检查格式、类型、迁移、译文、文档、结构 / format, lint, types, migrations, translations, documents, architecture"
PYTEST = ("pytest", "-p", "no:cacheprovider")
AT_ONCE = min(2, os.cpu_count() or 1)
STEPS = {
    "format": ("ruff", "format", "--check", ".", "navmark"),
    "templates": ("djangofmt", "--check", "src"),
    "lint": ("ruff", "check", ".", "navmark"),
    "types": ("mypy",),
    "migrations": ("django", "makemigrations", "--check", "--dry-run"),
    "architecture": (*PYTEST, "tests/test_architecture.py", "tests/test_tables.py"),
    "translations": (*PYTEST, "tests/test_translations.py"),
    "documents": (*PYTEST, "tests/test_documents.py"),
}


def _command(step: str) -> list[str]:
    """How to start it; the formatter of templates is a program beside Python, and no module."""
    name, *rest = STEPS[step]
    if name == "djangofmt":
        return [str(Path(sys.executable).with_name(name)), *rest]
    return [sys.executable, "-m", name, *rest]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("steps", nargs="*", metavar="STEP", choices=[*STEPS, []], help=f"仅检查 / only: {', '.join(STEPS)}")


def _outcome(step: str, folder: str) -> tuple[bool, str]:
    """Whether it is passed, and what it said."""
    settings = {"NAVMARK_DATA": folder, "DJANGO_SETTINGS_MODULE": "navmark.project.settings"}
    environment = {**os.environ, **(settings if STEPS[step][0] in ("mypy", "django") else {})}
    done = subprocess.run(
        _command(step), cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    return done.returncode == 0, done.stdout


def _outcomes(steps: list[str]) -> Iterator[tuple[str, bool]]:
    """Two at a time, told in their order; that of the types, the longest, is begun first."""
    begun = sorted(steps, key=lambda step: step != "types")
    with tempfile.TemporaryDirectory(prefix="navmark-check-") as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = {step: pool.submit(_outcome, step, folder) for step in begun}
        for step in steps:
            is_good, said = outcomes[step].result()
            print(f"\n== {step}\n{said}", end="", flush=True)
            yield step, is_good


def run(args: argparse.Namespace) -> int:
    outcomes = dict(_outcomes(args.steps or list(STEPS)))
    print("", *(f"{step:<14}{'ok' if is_good else 'FAILED'}" for step, is_good in outcomes.items()), sep="\n")
    return 0 if all(outcomes.values()) else 1
