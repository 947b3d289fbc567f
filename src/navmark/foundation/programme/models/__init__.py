"""The programme room's table."""

from navmark.foundation.programme.models.loaded import LoadedProgramme

__all__ = ["LoadedProgramme"]
