"""Templates are indented for who reads them; the pages they make are not: indentation is taken away once, when one is loaded."""

import re

from django.template import Origin
from django.template.loaders import app_directories

INDENTED = re.compile(r"\n[ \t]+")  # line breaks stay, so that faults name the right line


class Loader(app_directories.Loader):
    def get_contents(self, origin: Origin) -> str:
        return INDENTED.sub("\n", super().get_contents(origin))
