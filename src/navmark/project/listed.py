"""What the settings list must be there: a room that is left out without a word is missed only when its page is asked for."""

from collections.abc import Iterable
from pathlib import Path

from navmark.project.refusals import Refused

PACKAGE = Path(__file__).parents[1]


def insist_on_apps(dotted: Iterable[str], *, package: Path = PACKAGE) -> None:
    """Raises Refused with the names, as `navmark.foundation.people`, that stand in the settings and nowhere else."""
    lacking = [name for name in dotted if not package.joinpath(*name.split(".")[1:], "apps.py").is_file()]
    if lacking:
        names = "、".join(lacking)
        raise Refused(
            f"settings.py 的 ROOMS 或 MECHANISMS 中列有 {names}，但程序目录中没有，请重新解压完整的程序，或更正名称",
            f"settings.py lists {', '.join(lacking)}, which is not there: unpack the whole program again, or correct the name",
        )
