"""A form filled in: the words stand in its blanks, lists in their rows, and everything else of it stays as it came."""

from collections.abc import Mapping

from navmark.foundation.printing.blanks.areas import Lists
from navmark.foundation.printing.characters import printable


def filled(content: bytes, extension: str, words: Mapping[str, str], lists: Lists = ()) -> bytes:
    """The file with these words at these places (`Blank.place`) and these rows in these areas. In a workbook a number that is
    written plainly is one. What no file can hold is left out of the words."""
    if extension == "docx":  # each with its libraries, 25 MB, held only by who fills in such a file
        from navmark.foundation.printing.blanks.documents import changed_parts  # noqa: PLC0415
    else:
        from navmark.foundation.printing.blanks.workbooks import changed_parts  # noqa: PLC0415
    from navmark.foundation.printing.blanks.parts import rewritten  # noqa: PLC0415

    plain = {place: printable(said) for place, said in words.items()}
    rows = [(area, [{column: printable(said) for column, said in row.items()} for row in some]) for area, some in lists]
    return rewritten(content, changed_parts(content, plain, rows))
