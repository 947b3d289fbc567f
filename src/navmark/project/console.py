"""A console may not know a character of a name (𠮷 in GBK): what it cannot show is escaped as in JSON, and nothing breaks off."""

import codecs
import io
import json
import sys

ESCAPED = "navmark.escaped"


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def bear_any_character() -> None:
    """For the standard streams of this process; what is printed as JSON stays JSON."""
    codecs.register_error(ESCAPED, _escape)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)
