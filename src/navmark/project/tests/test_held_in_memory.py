"""What a server holds before its first visitor: no library that a single page needs."""

import os
import subprocess
import sys

from navmark.project.ground import ROOT

LOADED = """
import sys
from pathlib import Path
from navmark.project import ground
ground.stand_on(Path(sys.argv[1]), public_url="http://127.0.0.1")
import navmark.project.wsgi, navmark.project.urls
print("loaded", *sorted({"docx", "openpyxl", "pypinyin", "typst"} & sys.modules.keys()))
"""


def test_libraries_of_one_page_are_loaded_by_whoever_opens_it(tmp_path):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NAVMARK_", "DJANGO_", "DATABASE_"))}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", LOADED, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["loaded"]
