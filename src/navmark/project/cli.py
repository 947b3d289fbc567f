"""The command line. A command is a module of `commands/` with HELP, arguments(parser) and run(args) -> exit code."""

import argparse
import pkgutil
import sys
from importlib import import_module
from types import ModuleType

from navmark.project import commands
from navmark.project.refusals import Refused


def known_commands() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    found = {name: import_module(f"{commands.__name__}.{name}") for name in names}
    return {name.rstrip("_"): module for name, module in found.items()}  # import_.py is the command "import"


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="navmark", description="领航标 Navmark")
    choice = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in known_commands().items():
        one = choice.add_parser(name, help=module.HELP, description=module.HELP)
        module.arguments(one)
        one.set_defaults(run=module.run)
    return whole


def main(arguments: list[str] | None = None) -> int:
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
