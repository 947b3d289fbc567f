"""The types of fields, a family a file. A new type is a new file here; nothing else names the types."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
