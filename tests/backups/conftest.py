"""A school in a folder of its own, made and kept by the commands themselves, on the database that the tests run on."""

import subprocess
import sys

import pytest

from navmark.project.ground import ROOT

STAFF = "姓名\t性别\t职务\t手机号码\n王一\t女\t校长\t19900000001\n李𠮷\t男\t教师\t19900000002"


@pytest.fixture
def run(tmp_path, own_database, environment_of):
    """Runs a command on the folder `name`, which has a database of its own."""
    made = {}

    def run_one(command, name, *arguments, expect=0):
        if name not in made:
            made[name] = environment_of(own_database())
        line = [sys.executable, "-m", "navmark.project.cli", command, "--data", str(tmp_path / name), *map(str, arguments)]
        done = subprocess.run(line, cwd=ROOT, env=made[name], capture_output=True, text=True, check=False)
        assert done.returncode == expect, done.stderr + done.stdout
        return done.stdout + done.stderr

    return run_one


@pytest.fixture
def school_a(run, tmp_path):
    """Folder a: a school of two teachers; its recovery sheet and its backup lie beside the folder."""
    sheet = tmp_path / "staff.txt"
    sheet.write_text(STAFF, encoding="utf-8")
    run("init", "a", "--school", "启明小学", "--branch", "中共启明小学支部委员会", "--since", "2026-09-01")
    run("import", "a", sheet, "--as", "staff")
    run("backup", "a", tmp_path / "a.zip")
    return tmp_path
