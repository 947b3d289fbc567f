"""What comes with the product, and what of a newer edition the school takes over without being asked."""

from datetime import date
from functools import cache
from pathlib import Path

import navmark
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.editions import newest
from navmark.foundation.programme.models import ShippedPage
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.programme.texts import Texts

SHIPPED = Path(navmark.__file__).parent / "programmes"
ARTICLE = "linghangbiao"  # 领航标: the programme that comes with the product


@cache
def shipped(name: str, on: date) -> Programme:
    return read_programme(SHIPPED / name, on=on)


def taken_over(name: str, now: Texts) -> Texts:
    """The school's pages, with those renewed that it has left as they came. What it changed stays, and is offered to it."""
    mine = {row.file: row.text for row in newest(name)}
    came = {row.file: row for row in ShippedPage.objects.filter(programme=name)}
    untouched = [file for file in {**now, **came} if mine.get(file) == (came[file].text if file in came else None)]
    answered(name, {file: now.get(file, "") for file in untouched})
    return {file: text for file, text in {**mine, **{file: now.get(file, "") for file in untouched}}.items() if text}


def answered(name: str, texts: Texts) -> None:
    """The school has these pages as they came, or has said what it takes of them."""
    rows = [ShippedPage(programme=name, file=file, text=text) for file, text in texts.items()]
    ShippedPage.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "programme", "file"], update_fields=["text"]
    )
