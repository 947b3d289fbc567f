"""A database that does not open ends every command in one line with a remedy, in both languages, and exit 1."""

import os

import pytest

from navmark.project.bench.server import free_port
from tests.commands import codes, commands

CLOSED = f"postgres://127.0.0.1:{free_port()}/school"
ADDRESSES = {CLOSED, os.environ.get("DATABASE_URL", CLOSED)}  # also the server that the tests run on, where they run on one
UP = ("up", "--port", free_port())
COMMANDS = (
    ("restore", "backup.zip"),  # while the folder is empty
    ("facts",),
    ("doctor",),
    ("backup",),
    ("import", "staff.txt", "--as", "staff"),
    ("export", "out.zip"),
    ("init", "--school", "启明小学", "--branch", "中共启明小学支部委员会"),
)


@pytest.fixture
def told(tmp_path, environment_of):
    """What each of these commands says that stand on this database."""

    def run(url, *lines):
        (tmp_path / "school").mkdir(exist_ok=True)
        told = commands(environment_of({"DATABASE_URL": url}), tmp_path / "school", *lines)
        assert codes(told) == [1] * len(lines)
        return [one.words for one in told]

    return run


@pytest.mark.parametrize("lines", [COMMANDS, (UP,)], ids=["each command", "the server"])
def test_a_server_that_is_down_is_said_in_one_line(told, lines):
    port = free_port()
    for words in told(f"postgres://navmark:secret@127.0.0.1:{port}/school", *lines):
        assert f"连不上数据库 school（127.0.0.1:{port}）：请确认数据库服务已启动" in words and "is its server running" in words
        assert words.count("\n") == 1 and "secret" not in words


@pytest.mark.on_both
@pytest.mark.parametrize("address", sorted(ADDRESSES), ids=["closed", "open"][: len(ADDRESSES)])
def test_a_database_that_is_not_there_is_said_in_one_line(told, address):
    (words,) = told(f"{address.rpartition('/')[0]}/nowhere", ("facts",))
    assert "连不上数据库 nowhere" in words and words.count("\n") == 1


@pytest.mark.parametrize("url", ["mongo://127.0.0.1/school", "postgres://127.0.0.1:port/school"])
def test_an_address_that_is_none_is_said_in_one_line(told, url):
    (words,) = told(url, ("facts",))
    assert "DATABASE_URL 不是数据库地址" in words and words.count("\n") == 1
