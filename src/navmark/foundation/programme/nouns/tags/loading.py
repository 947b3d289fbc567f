"""Tags and campaigns become rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.links.actions import TagSpec, establish
from navmark.foundation.papers.faults import Fault
from navmark.foundation.programme.described import Loading, ProgrammeFile
from navmark.foundation.tables.refusals import listed


def specs_in(head: ProgrammeFile) -> list[TagSpec]:
    tags = [TagSpec(code, said) if isinstance(said, str) else said.spec(code) for code, said in head.tags.items()]
    return tags + [said.spec(code) for code, said in head.campaigns.items()]


def load(loading: Loading) -> None:
    establish(specs_in(loading.programme.head), programme=loading.programme.name, at=loading.at)


def senseless(head: ProgrammeFile, described: Mapping[str, list[Any]]) -> Iterator[Fault]:
    """A name that stands for both, and tags that nothing names."""
    for code in head.tags.keys() & head.campaigns.keys():
        yield Fault(("campaigns", code), _("a tag has this name; rename one of them."))
    there = head.tags.keys() | head.campaigns.keys()
    for word, some in described.items():
        for one in some:
            for code in getattr(getattr(one, "table", None), "tags", ()):
                if code not in there:
                    told = {"tag": code, "tags": listed(sorted(there))}
                    words = _("there is no tag %(tag)s; programme.toml names under [tags] and [campaigns]: %(tags)s.") % told
                    yield Fault((word, one.code, "tags"), words)
