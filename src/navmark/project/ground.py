"""The ground that a command stands on: its data folder, and Django set up upon it."""

import gc
import os
from pathlib import Path

from navmark.project import folder, messages
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
    folder.insist_on_finished(chosen)
    if not os.environ.get("DATABASE_URL") and not (chosen / DATABASE).exists():
        raise Refused(f"{chosen} 中没有领航标的数据", f"{chosen} holds no data of Navmark")
    stand_on(chosen)

    from navmark.project import preparing  # noqa: PLC0415  it needs the settings

    preparing.insist_on_tables_of_today(chosen)
    return chosen


def stand_on(data: Path, *, public_url: str = "", network_url: str = "", is_https: bool = False) -> None:
    """Set Django up on this data folder, speaking Chinese. Commands import models only after this."""
    os.environ["NAVMARK_DATA"] = str(data.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "navmark.project.settings"
    if public_url:
        os.environ["NAVMARK_PUBLIC_URL"] = public_url
    if network_url:
        os.environ["NAVMARK_NETWORK_URL"] = network_url
    if is_https:
        os.environ["NAVMARK_HTTPS"] = "1"
    messages.compile_stale()

    import dj_database_url  # noqa: PLC0415
    import django  # noqa: PLC0415  settings are read here, so not before the folder is known
    from django.utils import translation  # noqa: PLC0415

    gc.disable()  # whatever is loaded stays: to look through it again and again is a fifth of the start
    try:
        django.setup()
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError) as error:
        raise Refused(
            "DATABASE_URL 不是数据库地址，应如 postgres://user:password@host:5432/name",
            "DATABASE_URL is no address of a database; like postgres://user:password@host:5432/name",
        ) from error
    except OSError as error:  # its keys are read, or made, while the settings load
        raise Refused(f"无法使用数据目录 {data}", f"cannot use the data folder {data}: {error.strerror}") from error
    gc.collect()  # what loading left over would stay for ever
    gc.freeze()
    gc.enable()
    translation.activate("zh-hans")
    if os.environ.get("DATABASE_URL"):
        _insist_on_a_server()


def _insist_on_a_server() -> None:
    """Raises Refused when the database of DATABASE_URL does not open: a traceback would name every file but not the remedy."""
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.db import Error, connection  # noqa: PLC0415

    told = connection.settings_dict
    place = f"{told['NAME']}（{told['HOST'] or 'localhost'}:{told['PORT'] or 5432}）"
    try:
        connection.ensure_connection()
    except (Error, ImproperlyConfigured) as error:
        reason = str(error).strip().splitlines()[-1]
        raise Refused(
            f"连不上数据库 {place}：请确认数据库服务已启动，DATABASE_URL 中的地址、用户名、密码和库名无误",
            f"cannot open the database of DATABASE_URL; is its server running, are user, password and name right? ({reason})",
        ) from error
    connection.close()  # whoever forks later must not share it
