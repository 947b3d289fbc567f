"""Which faces a printed page uses.

The official 仿宋, 楷体 and 小标宋 may not be given away, so we ship Noto (OFL) and prefer better faces from a folder that the
school fills itself: `NAVMARK_FONTS`, or `fonts` in the data folder. System fonts are ignored: the same page everywhere.
"""

import os
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst
from django.core.files.storage import default_storage

SHIPPED = Path(pylopdf_fonts_zh_cn.__file__).parent
OURS = Path(__file__).parent / "faces"  # characters of rare names that the shipped faces lack
WISHED = {
    "body": ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "STFangsong", "Zhuque Fangsong (technical preview)", "FandolFang R"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "STKaiti", "LXGW WenKai", "FandolKai"),
    "bold": ("SimHei", "STHeiti", "FandolHei"),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
}
LAST = {"body": "Noto Serif SC", "kai": "Noto Serif SC", "bold": "Noto Sans SC", "title": "Noto Serif SC"}
RARE = ("Navmark Rare", "SimSun-ExtB", "BabelStone Han", "HanaMinB")


def school_folder() -> Path:
    return Path(os.environ.get("NAVMARK_FONTS") or Path(default_storage.location).parent / "fonts")


def folders() -> list[Path]:
    return [folder for folder in (school_folder(), SHIPPED, OURS) if folder.is_dir()]


@cache
def shelf() -> typst.Fonts:
    """Every face there is, read once a process."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders()],
    )


@cache
def faces() -> dict[str, list[str]]:
    """For each use, the families that are there, best first; then the shipped ones, then those that know rare characters."""
    there = {family.lower() for family in shelf().families()}
    return {use: [family for family in (*wished, LAST[use], *RARE) if family.lower() in there] for use, wished in WISHED.items()}


def stand_ins() -> list[str]:
    """The uses for which no official face was found, for `doctor` to name."""
    return [use for use, found in faces().items() if found[0] == LAST[use]]
