"""What a file may say of a rota: one that stands by itself, or the line of an activity whose field goes round."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from navmark.foundation.programme.parts import Code, English, Title, TomlTable, with_words

OrderWord = Literal["fixed", "fewest", "by_hand"]
EveryWord = Literal["day", "school_day", "school_night", "week", "school_week", "month", "term"]


class RotaLine(TomlTable):
    """`rota = { of = "speaker_class", among = "classes" }` of an activity. `of`: the field of its paper that it fills, if any.
    `every`: as often as its cadence, unless said. `weeks = [4, 8]`: of every term, these school weeks alone. `as_of`: from
    which day turns are given so; what was given for the days before stays."""

    of: str = ""
    among: str
    order: OrderWord = "fixed"
    every: EveryWord | None = None
    weeks: tuple[Annotated[int, Field(ge=1, le=30)], ...] = ()
    places: Annotated[int, Field(ge=1, le=20)] = 1
    ahead: Annotated[int, Field(ge=1, le=60)] = 4
    confirm: bool = True
    as_of: date | None = None


class PostTable(TomlTable):
    """Where somebody stands."""

    words: Title
    words_en: English = ""


class ShiftTable(PostTable):
    """`hours` as people write them; `checklist`: what is ticked when the turn is done."""

    hours: English = ""
    checklist: tuple[Title, ...] = ()


class RotaTable(RotaLine):
    """A rota by itself. With an `activity` of a mechanism's own, its turns go with that. `hand_over`: each turn ends with a word
    that the next reads first. `during`: a register whose entries are campaigns; there are turns only while one of them runs."""

    title: English = ""
    title_en: English = ""
    unit: str
    every: EveryWord
    posts: dict[Code, Annotated[PostTable, BeforeValidator(with_words)]] = {}
    shifts: dict[Code, Annotated[ShiftTable, BeforeValidator(with_words)]] = {}
    checklist: tuple[Title, ...] = ()
    hand_over: bool = False
    during: Code | Literal[""] = ""
    keepers: tuple[str, ...]
    readers: tuple[str, ...] = ()
    activity: str = ""
    behind: str = ""  # the policy of its page that opens it
