"""What a file may say of a kind of pledge."""

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from navmark.foundation.programme.parts import English, TomlTable

About = Annotated[str, StringConstraints(pattern=r"^(unit|person|entry):[a-z0-9_]{1,40}$")]


class PledgeTable(TomlTable):
    """A kind of pledge. `about`: "unit:grade", "person:staff" (a circle), "entry:wishes" (a register). `sole`: one holder each;
    `every`: how often a word of it is due."""

    unit: str
    about: tuple[About, ...]
    takers: tuple[str, ...]
    keepers: tuple[str, ...]
    readers: tuple[str, ...] = ()
    sole: bool = False
    every: Literal["", "week", "month", "quarter", "half", "year", "term", "school_year"] = ""
    title: English = ""
    title_en: English = ""
    button: English = ""
    button_en: English = ""
    holder: English = ""
    holder_en: English = ""
    sheet: English = ""
    behind: str = ""  # the policy of its page that opens it
    paper: dict[str, Any]
