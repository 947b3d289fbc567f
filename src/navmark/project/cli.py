"""The command line. A command is a module of `commands/` with HELP, arguments(parser) and run(args) -> exit code."""

import argparse
import pkgutil
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from navmark.project import commands, console
from navmark.project.refusals import Refused


class Lines(argparse.HelpFormatter):
    """Help in two languages: "中文 / English" becomes a line of each."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [line for part in text.split(" / ") for line in super(Lines, self)._split_lines(part, width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + part for part in text.split(" / "))


class Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=Lines, add_help=False)
        self._positionals.title, self._optionals.title = "参数 · arguments", "选项 · options"
        self.add_argument("-h", "--help", action="help", help="显示本页 / show this page")

    def error(self, message: str) -> NoReturn:
        """One line, without the whole usage in front of it."""
        self.exit(2, f"参数有误：{message}，用法见 {self.prog} --help / wrong arguments: see {self.prog} --help\n")


def known_commands() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    found = {name: import_module(f"{commands.__name__}.{name}") for name in names}
    return {name.rstrip("_"): module for name, module in found.items()}  # import_.py is the command "import"


def parser() -> Parser:
    whole = Parser(prog="navmark", description="领航标 Navmark")
    choice = whole.add_subparsers(dest="command", required=True, metavar="COMMAND", title="命令 · commands")
    for name, module in known_commands().items():
        one = choice.add_parser(name, help=module.HELP, description=module.HELP)
        module.arguments(one)
        one.set_defaults(run=module.run)
    return whole


def main(arguments: list[str] | None = None) -> int:
    console.bear_any_character()
    args = parser().parse_args(arguments)
    try:
        return args.run(args)
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
