"""./navmark starts from whatever folder it was unpacked into, on a machine that writes paths in its own code page."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from navmark.project.ground import ROOT

START = """
import runpy, subprocess, sys
runpy.run_path("navmark")["point_to_source"]()
sys.exit(subprocess.call([sys.executable, "-m", "navmark.project.cli", "--help"]))
"""


@pytest.fixture(params=["学校", "领航 标", "school"])
def folder(request, tmp_path) -> Path:
    """The program, unpacked there."""
    unpacked = tmp_path / request.param
    unpacked.mkdir()
    shutil.copy(ROOT / "navmark", unpacked)
    (unpacked / "src").symlink_to(ROOT / "src", target_is_directory=True)
    return unpacked


@pytest.mark.parametrize("others", [{}, {"PYTHONPATH": "/of/another/program"}])
def test_it_finds_the_program_beside_itself(folder, others):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG", "NAVMARK_"))}
    environment = {**kept, **others, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    started = subprocess.run([sys.executable, "-c", START], cwd=folder, env=environment, capture_output=True, check=False)

    assert started.returncode == 0, started.stderr
    assert "doctor" in started.stdout.decode()


def test_the_path_that_an_earlier_version_left_in_the_environment_goes(folder):
    """Python reads that file in the machine's code page: with Chinese characters in it, none started any more."""
    places = folder / ".venv" / ("Lib/site-packages" if os.name == "nt" else "lib/python3.11/site-packages")
    places.mkdir(parents=True)
    for name in ("navmark.pth", "distutils-precedence.pth"):
        (places / name).write_text(f"{folder / 'src'}\n", encoding="utf-8")
    runpy.run_path(str(folder / "navmark"))["drop_pointer"]()

    assert [path.name for path in places.iterdir()] == ["distutils-precedence.pth"]
