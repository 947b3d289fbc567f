"""Which programme a school has, page by page; and what was handed over."""

from navmark.foundation.programme.models.handing import HandOver, HandOverLine
from navmark.foundation.programme.models.loaded import LoadedProgramme
from navmark.foundation.programme.models.page import PageEdition, ProgrammeDraft, ShippedPage

__all__ = ["HandOver", "HandOverLine", "LoadedProgramme", "PageEdition", "ProgrammeDraft", "ShippedPage"]
