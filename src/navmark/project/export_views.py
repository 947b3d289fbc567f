"""Taking away: what secretary, clerk and administrator may carry out of the product, in one file, noted in the trail."""

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import MANAGERS, open_to
from navmark.foundation.people.viewer import Viewer
from navmark.project import exporting
from navmark.project.zipping import zipped


class ExportForm(forms.Form):
    """The pupils' roster is left out unless somebody says what it is for."""

    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int)
    pupils = forms.BooleanField(label=gettext_lazy("With the pupils' roster"), required=False)
    purpose = forms.CharField(
        label=gettext_lazy("What the pupils' roster is for"), max_length=100, required=False,
        help_text=gettext_lazy("Needed with the pupils' roster only. It is kept with your name and the time."),
    )  # fmt: skip

    def __init__(self, *args, viewer: Viewer, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        years = range(viewer.on.year, viewer.school.in_use_since.year - 1, -1)
        self.fields["year"].choices = [(one, f"{one}") for one in years]  # type: ignore[attr-defined]

    def clean(self) -> dict:
        values = super().clean() or {}
        if values.get("pupils") and not values.get("purpose", "").strip():
            self.add_error("purpose", _("Say what the pupils' roster is for, or leave it out."))
        return values


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    viewer = request.viewer
    form = ExportForm(request.POST or None, viewer=viewer, initial={"year": viewer.on.year})
    if request.method == "POST" and form.is_valid():
        return _taken(viewer, **form.cleaned_data)
    context = {"form": form, "year": viewer.on.year, "words": exporting.words(viewer.on.year, viewer)}
    return render(request, "project/export.html", context, status=422 if form.errors else 200)


def _taken(viewer: Viewer, *, year: int, pupils: bool, purpose: str) -> StreamingHttpResponse:
    """Noted before the first byte leaves: a download that breaks off has left all the same."""
    by, at = viewer.person, timezone.now()
    exporting.note_leaving(viewer.school, year=year, pupils=pupils, by=by, at=at, purpose=purpose if pupils else "")
    pieces = exporting.contents(year, viewer.on, viewer=viewer, pupils=pupils)
    name = filename(f"{viewer.school.name}{year}年资料", "zip", on=viewer.on)
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return StreamingHttpResponse(zipped(pieces, viewer.school), content_type="application/zip", headers=headers)
