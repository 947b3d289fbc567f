"""领航标 Navmark: a Party branch and the moral-education programme it leads, in one school."""

__version__ = "0.1.0"
