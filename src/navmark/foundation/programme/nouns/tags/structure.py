"""What `programme.toml` may say of tags and campaigns."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from navmark.foundation.links.actions import TagSpec
from navmark.foundation.programme.parts import English, Title, TomlTable


class TagTable(TomlTable):
    title: Title
    title_en: English = ""

    def spec(self, code: str) -> TagSpec:
        return TagSpec(code, self.title, self.title_en)


class CampaignTable(TomlTable):
    """A tag with its first and its last day."""

    title: Title
    title_en: English = ""
    from_day: date = Field(alias="from")
    to_day: date = Field(alias="to")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.to_day < self.from_day:
            raise ValueError(f"to = {self.to_day} lies before from = {self.from_day}")
        return self

    def spec(self, code: str) -> TagSpec:
        return TagSpec(code, self.title, self.title_en, self.from_day, self.to_day)
