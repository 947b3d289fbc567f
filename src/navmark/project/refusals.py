class Refused(Exception):
    """What the command line will not do, said in one line: what is wrong, and how to mend it. In both languages, since the
    one who reads it may sit at a machine that is set to either."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese} / {english}")
