"""The ground that a command stands on: its data folder, and Django set up upon it."""

import os
from pathlib import Path

from navmark.project import messages
from navmark.project.refusals import Refused

ROOT = Path(__file__).parents[3]
DATABASE = "navmark.sqlite3"  # where no DATABASE_URL says otherwise
DEMO, SCHOOL = ROOT / "var" / "demo", ROOT / "var" / "school"


def usual_folder() -> Path:
    """The school's folder, or the demo's as long as there is no school."""
    return SCHOOL if SCHOOL.exists() else DEMO


def stand_on_data(data: Path | None) -> Path:
    """Stand on a folder that is there, the usual one if none is named: a mistyped name must not make an empty school."""
    chosen = data or usual_folder()
    if not chosen.is_dir():
        raise Refused(f"没有数据目录 {chosen}", f"there is no data folder {chosen}")
    if not os.environ.get("DATABASE_URL") and not (chosen / DATABASE).exists():
        raise Refused(f"{chosen} 中没有领航标的数据", f"{chosen} holds no data of Navmark")
    stand_on(chosen)
    return chosen


def stand_on(data: Path, *, public_url: str = "", is_https: bool = False) -> None:
    """Set Django up on this data folder, speaking Chinese. Commands import models only after this."""
    os.environ["NAVMARK_DATA"] = str(data.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "navmark.project.settings"
    if public_url:
        os.environ["NAVMARK_PUBLIC_URL"] = public_url
    if is_https:
        os.environ["NAVMARK_HTTPS"] = "1"
    messages.compile_stale()

    import django  # noqa: PLC0415  settings are read here, so not before the folder is known
    from django.utils import translation  # noqa: PLC0415

    try:
        django.setup()
    except OSError as error:  # its keys are read, or made, while the settings load
        raise Refused(f"无法使用数据目录 {data}", f"cannot use the data folder {data}: {error.strerror}") from error
    translation.activate("zh-hans")
