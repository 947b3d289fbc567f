"""Small programmes in a folder, for tests."""

from datetime import date
from pathlib import Path

from navmark.foundation.programme.reading import Programme, read_programme

ON = date(2026, 11, 20)
HEAD = 'title = "方案"\n[pillars]\nexperience = "体验"\n'
FILE = """title = "国旗下讲话"
title_en = "Speech under the flag"

[activity.speech]
unit = "school"
expected = "count:pupils"
planners = ["moral_head"]
keepers = ["moral_head"]
readers = ["staff"]
cadence = { every = "week", rule = "E37" }

[activity.speech.paper]
topic = { type = "line", label = "讲话主题", required = "before" }
script = { type = "paragraph", label = "讲稿" }
"""


def a_folder(tmp_path: Path, text: str = FILE, *, name: str = "experience/speech.toml", head: str = HEAD) -> Path:
    folder = tmp_path / "small"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "programme.toml").write_text(head, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def a_programme(tmp_path: Path, text: str = FILE) -> Programme:
    return read_programme(a_folder(tmp_path, text), on=ON)
