"""Which faces a printed page uses.

The official 仿宋, 楷体 and 小标宋 may not be given away, so we ship Noto (OFL). They come from a folder that the school fills
itself (`NAVMARK_FONTS`, or `fonts` in the data folder) or, where neither has them, from the machine. Of the machine's faces only
those that are named here are ever used, and a record that is locked keeps the names of those it was locked with.
"""

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn
from django.core.files.storage import default_storage

if TYPE_CHECKING:
    import typst

SHIPPED = Path(pylopdf_fonts_zh_cn.__file__).parent
OURS = Path(__file__).parent / "faces"  # characters of rare names that the shipped faces lack
WISHED = {
    "body": ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "STFangsong", "Zhuque Fangsong (technical preview)", "FandolFang R"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "STKaiti", "LXGW WenKai", "FandolKai"),
    "bold": ("SimHei", "STHeiti", "FandolHei"),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
}
WORDS = {"body": "仿宋", "kai": "楷体", "bold": "黑体", "title": "小标宋"}
SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
LAST = {"body": SERIF, "kai": SERIF, "bold": SANS, "title": SERIF}
RARE = ("Navmark Rare", "SimSun-ExtB", "BabelStone Han", "HanaMinB")


@dataclass(frozen=True)
class Faces:
    """The family of each use. It is kept with a locked record, so that its PDF stays the same wherever these faces are."""

    body: str
    kai: str
    bold: str
    title: str


OURS_ALONE = Faces(**LAST)  # what is always there; the faces of what was locked before faces were noted


def school_folder() -> Path:
    return Path(os.environ.get("NAVMARK_FONTS") or Path(default_storage.location).parent / "fonts")


def folders() -> list[Path]:
    return [folder for folder in (school_folder(), SHIPPED, OURS) if folder.is_dir()]


@cache
def shelf(*, machine: bool) -> "typst.Fonts":
    """Every face there is, read once a process: the school's and ours, and the machine's behind them."""
    import typst  # noqa: PLC0415  its 7 MB are held only by who prints

    return typst.Fonts(
        include_system_fonts=machine,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders()],
    )


def on_shelf(*, machine: bool) -> frozenset[str]:
    return frozenset(family.lower() for family in shelf(machine=machine).families())


def _first(use: str, *, machine: bool) -> str:
    there = on_shelf(machine=machine)
    return next((family for family in WISHED[use] if family.lower() in there), LAST[use])


@cache
def chosen() -> Faces:
    """The best there is of each use today: of the school's folder, else of the machine, else ours."""
    own = {use: _first(use, machine=False) for use in WISHED}
    return Faces(**{use: _first(use, machine=True) if family == LAST[use] else family for use, family in own.items()})


def shelf_for(faces: Faces) -> "typst.Fonts":
    """The shelf that has these faces; the machine's only where one of them is needed, for what it has may change."""
    wanted = {family.lower() for family in asdict(faces).values()}
    return shelf(machine=not wanted <= on_shelf(machine=False))


def families(faces: Faces) -> dict[str, list[str]]:
    """For each use its family, then the shipped ones, then those that know rare characters; none that is on no shelf."""
    there = on_shelf(machine=shelf_for(faces) is shelf(machine=True))
    return {use: _there((family, LAST[use], *RARE, SANS, SERIF), there) for use, family in asdict(faces).items()}


def _there(wanted: Iterable[str], there: frozenset[str]) -> list[str]:
    return [family for family in dict.fromkeys(wanted) if family.lower() in there]


def stand_ins(faces: Faces | None = None) -> list[str]:
    """The official faces (仿宋, ...) in whose place a shipped one prints here; of a locked record, those it was locked with."""
    return [WORDS[use] for use, found in families(faces or chosen()).items() if found[0] == LAST[use]]


def forget() -> None:
    """Look at the shelves anew: for whoever has put a face there."""
    for known in (shelf, chosen):
        known.cache_clear()
