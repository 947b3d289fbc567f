"""The pupils of a large district school, ten thousand rows as the national register exports them, on a small office computer."""

import json
import subprocess
import sys

import pytest

from navmark.foundation.tables.cells.identity import check_digit
from navmark.foundation.tables.writing import Field, Worksheet, workbook
from navmark.project.ground import ROOT

ROWS = 10_000
MEGABYTES, STATEMENTS = 200, 60
KNOWN = ("班级", "学籍号", "姓名", "性别", "出生日期", "身份证号", "联系电话", "家庭住址")
CODED = [f"是否{number}" for number in range(16)]  # most columns of such a table say one of a few things
FREE = [f"其他栏目{number}" for number in range(6)]

# VmHWM is the peak of this program alone; ru_maxrss begins with that of whoever started it, here the whole test run.
MEASURED = """
import json, re, resource, sys
from pathlib import Path
from django.db.backends.utils import CursorWrapper
from navmark.project.cli import main

asked = []
for name in ("execute", "executemany"):
    def counted(self, sql, params=None, *, plain=getattr(CursorWrapper, name)):
        asked.append(sql[:20])
        return plain(self, sql, params)
    setattr(CursorWrapper, name, counted)
code = main(sys.argv[1:])
status = Path("/proc/self/status")
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) if status.exists() else resource.getrusage(0).ru_maxrss
print(json.dumps({"megabytes": peak / 1024, "statements": len(asked)}))
sys.exit(code)
"""


def pupil(index):
    number = f"99{index // 999:04d}2016{1 + index % 12:02d}{1 + index % 28:02d}{index % 999:03d}"
    name = f"学{chr(0x4E00 + index % 2000)}{chr(0x4E00 + index // 2000)}"
    told = [f"{index % 6 + 1}年级{index // 6 % 40 + 1}班", f"L{index:08d}", name, "男女"[index % 2], "2016-05-01"]
    told += [number + check_digit(number), f"199{index:08d}", f"示例路{index}号"]
    coded = [f"{'是否未'[(index + place) % 3]}({place})" for place in range(len(CODED))]
    return [*told, *coded, *(f"内容{place}号{index}" for place in range(len(FREE)))]


@pytest.fixture
def worksheet(tmp_path):
    fields = [Field(label) for label in (*KNOWN, *CODED, *FREE)]
    path = tmp_path / "pupils.xlsx"
    path.write_bytes(workbook([Worksheet("学生", fields, [pupil(index) for index in range(ROWS)])]))
    return path


@pytest.fixture
def run(tmp_path, own_database, environment_of):
    """Runs a command on one folder with a database of its own; its lines, as JSON where they are."""
    environment = environment_of(own_database())

    def run_one(*arguments):
        line = [sys.executable, "-c", MEASURED, *map(str, arguments), "--data", str(tmp_path / "data")]
        done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr + done.stdout
        return [json.loads(one) for one in done.stdout.splitlines() if one.startswith("{")]

    return run_one


def test_it_needs_little_memory_and_few_statements(run, worksheet):
    run("init", "--school", "启明小学", "--branch", "启明小学党支部", "--since", "2026-09-01")
    report, cost = run("import", worksheet, "--as", "pupils", "--json")

    assert report["rows"]["new"] == ROWS
    assert cost["megabytes"] < MEGABYTES
    assert cost["statements"] <= STATEMENTS
