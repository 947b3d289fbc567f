"""The command line as one reads it: help in a line of each language, and refusals of one line."""

import pytest

from navmark.project import cli, ground
from navmark.project.refusals import Refused


def helped(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", [(), *((name,) for name in cli.known_commands())])
def test_help_says_everything_in_a_line_of_each_language(capsys, command):
    text = helped(capsys, *command)

    assert " / " not in text
    assert "显示本页\n" in text and "show this page\n" in text


def test_every_argument_is_explained_in_both_languages():
    for name, module in cli.known_commands().items():
        one = cli.Parser(prog=name)
        module.arguments(one)
        for argument in one._actions:
            assert " / " in (argument.help or ""), f"{name}: {argument.dest}"
        assert " / " in module.HELP, name


@pytest.mark.parametrize("arguments", [["up", "--port", "many"], ["nothing"], [], ["import", "a.xlsx"], ["init"]])
def test_wrong_arguments_are_told_in_one_line(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    said = capsys.readouterr().err

    assert ended.value.code == 2
    assert said.startswith("参数有误：") and said.count("\n") == 1


def test_a_folder_that_holds_no_data_is_left_as_it_is(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)

    with pytest.raises(Refused, match="没有领航标的数据"):
        ground.stand_on_data(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["init", "--school", "启明小学", "--branch", "党支部"], ["demo"], ["up", "--port", "8000"]]
)
def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path, capsys, arguments):
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert cli.main([*arguments, "--data", str(tmp_path / "file" / "data")]) == 1
    said = capsys.readouterr().err
    assert "无法使用数据目录" in said and said.count("\n") == 1
