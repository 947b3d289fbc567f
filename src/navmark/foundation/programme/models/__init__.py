"""Which programme a school has, page by page."""

from navmark.foundation.programme.models.loaded import LoadedProgramme
from navmark.foundation.programme.models.page import PageEdition, ProgrammeDraft, ShippedPage

__all__ = ["LoadedProgramme", "PageEdition", "ProgrammeDraft", "ShippedPage"]
