"""A table comes in: which file, what its headings mean, what it would do; then all of it or nothing."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import MANAGERS, open_to
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.glyphs import unprintable
from navmark.foundation.people.importing import drafts
from navmark.foundation.people.importing.doubts import TableDoubt
from navmark.foundation.people.importing.forms import BeginForm, SureForm
from navmark.foundation.people.importing.intake import KINDS
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.merging.twins import twins
from navmark.foundation.people.models import Engagement, EngagementKind, ImportDraft, PartyStatus, TableKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tables.findings import findings
from navmark.foundation.tables.forms import AnswersForm, MappingForm
from navmark.foundation.tables.mapping import samples
from navmark.foundation.tables.preview import Report, ReportLine, RowOutcome
from navmark.foundation.tables.refusals import TableRefused

LINES = 200


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose what the table is about, and the file or a paste."""
    form = BeginForm(request.POST or None, request.FILES or None, initial={"kind": request.GET.get("kind", TableKind.MEMBERS)})
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data["school_year"]
        draft = drafts.begin(form.cleaned_data["kind"], form.table, school_year=year, by=request.viewer.person, at=timezone.now())
        return redirect("people:import-preview", draft.pk)
    waiting = ImportDraft.objects.filter(made_by=request.viewer.person, expires_at__gt=timezone.now()).defer("content")
    context = {"form": form, "waiting": waiting.order_by("-made_at")}
    return render(request, "people/import_begin.html", context, status=422 if form.errors else 200)


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def headings(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what each heading means."""
    draft = drafts.draft_of(request.viewer.person, pk)
    intake = drafts.intake_in(draft)
    columns, below = KINDS[TableKind(draft.kind)].columns(), samples(intake.table, intake.mapping)
    form = MappingForm(request.POST or None, mapping=intake.mapping, columns=columns, samples=below)
    if request.method == "POST" and form.is_valid():
        drafts.choose_headings(draft, form.mapping.keys)
        return redirect("people:import-preview", pk)
    missing = [column.label for column in columns if column.key in intake.mapping.missing]
    context = {"form": form, "draft": draft, "table": intake.table, "missing": missing}
    return render(request, "people/import_headings.html", context, status=422 if form.errors else 200)


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What would happen, row by row; answer the questions; then commit exactly what was shown."""
    draft = drafts.draft_of(request.viewer.person, pk)
    intake = drafts.intake_in(draft)
    is_mapped = intake.mapping.is_complete or bool(draft.mapping)
    doubt = drafts.doubt_in(draft, intake)
    if doubt and (doubt.better or is_mapped):
        return _ask_kind(request, draft, doubt)
    if not is_mapped:
        return redirect("people:import-headings", pk)
    run = drafts.run_of(draft, school=request.viewer.school, on=request.viewer.on)
    if request.method == "POST" and "commit" in request.POST:
        return _commit(request, draft, run)
    if request.method == "POST" and "again" in request.POST:
        drafts.ask_again(draft, run)
        return redirect("people:import-preview", pk)
    form = AnswersForm(request.POST or None, report=run.report)
    if request.method == "POST" and form.is_valid():
        drafts.answer(draft, run, form.answers)
        return redirect("people:import-preview", pk)
    return _show(request, draft, run, form)


def _ask_kind(request: HttpRequest, draft: ImportDraft, doubt: TableDoubt) -> HttpResponse:
    """Before anything else: is it the table the clerk takes it for?"""
    if request.method == "POST" and "read_as" in request.POST and doubt.better:
        drafts.read_as(draft, doubt.better)
        return redirect("people:import-preview", draft.pk)
    asked = request.POST if "overrule" in request.POST else None
    form = SureForm(asked, label=_("I have looked: it is a roster of %(kind)s") % {"kind": doubt.kind.label})
    if asked and form.is_valid():
        drafts.overrule(draft)
        return redirect("people:import-preview", draft.pk)
    context = {"draft": draft, "doubt": doubt, "form": form}
    return render(request, "people/import_doubt.html", context, status=422 if form.errors else 200)


def _commit(request: HttpRequest, draft: ImportDraft, run: Run) -> HttpResponse:
    viewer = request.viewer
    sure = _sure_of(run, request.POST)
    if sure and not sure.is_valid():
        return _show(request, draft, run, AnswersForm(report=run.report), sure)
    try:
        report = drafts.finish(
            draft, shown=request.POST["shown"], school=viewer.school, by=viewer.person, at=timezone.now(), on=viewer.on
        )
    except TableRefused as refused:
        messages.error(request, str(refused))
        return redirect("people:import-preview", draft.pk)
    of_families = draft.kind == TableKind.PUPILS
    pairs = sum(pair.of_family == of_families for pair in twins())
    context = {"draft": draft, "counts": in_words(report), "twins": pairs, "of_families": of_families}
    return render(request, "people/import_done.html", context | {"wanted": _table_wanted(viewer)})


def _table_wanted(viewer: Viewer) -> TableKind | None:
    """What a school that has only begun brings next, in the order in which each table spares work in the next one."""
    if viewer.has_branch and not PartyStatus.objects.exists():
        return TableKind.MEMBERS
    has_pupils = Engagement.objects.filter(true_on(viewer.on), kind=EngagementKind.PUPIL).exists()
    return None if has_pupils else TableKind.PUPILS


def _sure_of(run: Run, posted: QueryDict | None = None) -> SureForm | None:
    """The tick that is due before an office of one changes hands by a table."""
    return SureForm(posted, label=_("I have looked: these offices change hands")) if run.register.handovers else None


def _show(request: HttpRequest, draft: ImportDraft, run: Run, form: AnswersForm, sure: SureForm | None = None) -> HttpResponse:
    report = run.report
    page = Paginator(sorted(report.lines, key=_urgency), LINES).get_page(request.GET.get("page"))
    context = {"draft": draft, "report": report, "page": page, "form": form, "counts": in_words(report)}
    context["rows"] = [(line, list(zip(report.headings, line.cells, strict=True))) for line in page]
    context["found"] = [*findings(run.intake.table, run.intake.mapping), *_unprintable(report)]
    asked = {"extras": run.intake.mapping.extras, "handovers": run.register.handovers, "sure": sure or _sure_of(run)}
    asked["answered"] = len(run.answered)
    return render(request, "people/import_preview.html", context | asked, status=422 if sure or form.errors else 200)


def _unprintable(report: Report) -> Iterator[str]:
    """The name is right, and yet paper will show a gap: said before it happens."""
    for line in report.lines:
        if signs := unprintable(line.about):
            told = {"row": line.place, "name": line.about, "signs": signs}
            message = _("Row %(row)s · %(name)s: no face here can print “%(signs)s”; put one that can into the folder of faces.")
            yield message % told


def _urgency(line: ReportLine) -> tuple[bool, bool, int]:
    """What needs somebody first, what changes nothing last."""
    return (line.outcome not in (RowOutcome.PROBLEM, RowOutcome.QUESTION), line.outcome == RowOutcome.UNCHANGED, line.number)


def in_words(report: Report) -> list[tuple[str, str, int]]:
    """Outcome, its word, how many rows; those that there are."""
    return [(outcome.value, outcome.label, count) for outcome, count in report.counts.items() if count]


@open_to(*MANAGERS)
@require_http_methods(["POST"])
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    drafts.draft_of(request.viewer.person, pk).delete()
    messages.success(request, _("The table was put aside; nothing was imported."))
    return redirect("people:import")
