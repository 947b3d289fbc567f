"""A console that speaks GBK, or nothing but ASCII: every command says what it has to say, and none ends in a traceback."""

import json
import os
import subprocess
import sys

import pytest

from navmark.project.ground import ROOT

SAYS = "from navmark.project import console; console.bear_any_character(); import json, sys; "


def said(encoding, code, *arguments):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NAVMARK_", "DJANGO_", "DATABASE_"))}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PYTHONIOENCODING": encoding}
    return subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, check=True).stdout


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
def test_a_name_that_the_console_cannot_show_breaks_nothing_off(encoding):
    shown = said(encoding, SAYS + "print(sys.argv[1])", "吴𠮷㛃").decode(encoding)

    assert "\\ud842\\udfb7" in shown


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_what_is_printed_as_json_stays_json(encoding):
    shown = said(encoding, SAYS + "print(json.dumps({'name': sys.argv[1]}, ensure_ascii=False))", "吴𠮷㛃")

    assert json.loads(shown.decode(encoding)) == {"name": "吴𠮷㛃"}


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_the_command_line_is_read_on_any_console(encoding):
    code = "from navmark.project import cli; import sys; sys.exit(cli.main(['up', '--help']))"
    assert b"--public-url" in said(encoding, code)
