"""A database that does not open ends every command in one line with a remedy, in both languages, and exit 1."""

import os
import subprocess
import sys

import pytest

from navmark.project.bench.server import free_port
from navmark.project.ground import ROOT

CLOSED = f"postgres://127.0.0.1:{free_port()}/school"
ADDRESSES = {CLOSED, os.environ.get("DATABASE_URL", CLOSED)}  # also the server that the tests run on, where they run on one
COMMANDS = {
    "up": ["--port", str(free_port())],
    "facts": [],
    "doctor": [],
    "backup": [],
    "import": ["staff.txt", "--as", "staff"],
    "export": ["out.zip"],
    "init": ["--school", "启明小学", "--branch", "中共启明小学支部委员会"],
    "restore": ["backup.zip"],
}


@pytest.fixture
def told(tmp_path, environment_of):
    """What a command says that stands on this database."""

    def run(command, url):
        (tmp_path / "school").mkdir()
        line = [sys.executable, "-m", "navmark.project.cli", command, "--data", str(tmp_path / "school"), *COMMANDS[command]]
        environment = environment_of({"DATABASE_URL": url})
        done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        (words,) = (done.stdout + done.stderr).strip().splitlines()
        return words

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_a_server_that_is_down_is_said_in_one_line(told, command):
    port = free_port()
    words = told(command, f"postgres://navmark:secret@127.0.0.1:{port}/school")

    assert f"连不上数据库 school（127.0.0.1:{port}）：请确认数据库服务已启动" in words and "is its server running" in words
    assert "secret" not in words


@pytest.mark.on_both
@pytest.mark.parametrize("address", sorted(ADDRESSES), ids=["closed", "open"][: len(ADDRESSES)])
def test_a_database_that_is_not_there_is_said_in_one_line(told, address):
    assert "连不上数据库 nowhere" in told("facts", f"{address.rpartition('/')[0]}/nowhere")


@pytest.mark.parametrize("url", ["mongo://127.0.0.1/school", "postgres://127.0.0.1:port/school"])
def test_an_address_that_is_none_is_said_in_one_line(told, url):
    assert "DATABASE_URL 不是数据库地址" in told("facts", url)
