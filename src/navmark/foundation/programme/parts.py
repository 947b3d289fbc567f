"""Of what the tables of a programme's files are made."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
English = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class TomlTable(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def with_words(said: Any) -> Any:
    """`new = "待认领"` is short for a table of nothing else."""
    return {"words": said} if isinstance(said, str) else said
