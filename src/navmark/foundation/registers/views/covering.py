"""Who has none yet, for whoever keeps the register."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.access import open_to
from navmark.foundation.registers import access
from navmark.foundation.registers.coverage import asked, coverage, is_open_to, sorts
from navmark.foundation.ui.dates import year_in


@open_to()
@require_GET
def covered(request: HttpRequest, register: str) -> HttpResponse:
    viewer = request.viewer
    one = access.register_to_read(viewer, register)
    if not is_open_to(viewer, one):
        raise Http404
    this_year = school_year_of(viewer.on)
    year = year_in(request.GET.get("year", ""), otherwise=this_year)
    offered = sorts(viewer, one)
    of = next((code for code in offered if code == request.GET.get("of")), offered[0] if offered else "")
    columns, rows = coverage(viewer, one, year, of=of)
    first = min(school_year_of(viewer.school.in_use_since), this_year)
    context = {
        "register": one, "year": year, "asked": asked(one, of), "columns": columns, "rows": rows,
        "none": sum(row.has_none for row in rows), "years": range(this_year, first - 1, -1),
        "of": of, "sorts": [(code, asked(one, code)) for code in offered] if len(offered) > 1 else [],
    }  # fmt: skip
    return render(request, "registers/coverage.html", context)
