"""Which post each of those elected takes, and the term; filled in from the result."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.models import COMMITTEE_POSTS, Person, Post, PostKind
from navmark.pillars.demonstration.branch_life.elected import Winner, names_an_office

NEW_TERM, BETWEEN = "term", "between"
POSTS = [(kind.value, kind.label) for kind in COMMITTEE_POSTS]


class ElectedForm(forms.Form):
    """One row of posts a person; somebody may hold two (书记兼组织委员)."""

    what = forms.ChoiceField(
        label=gettext_lazy("What was elected"),
        choices=[
            (NEW_TERM, gettext_lazy("A new committee: the posts and the term until now end")),
            (BETWEEN, gettext_lazy("Seats between elections: posts are added, the others and the term stay")),
        ],
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(label=gettext_lazy("Number of the term"), min_value=1, max_value=99, required=False)
    due_on = day_field(
        gettext_lazy("Next election due"),
        required=False,
        help_text=gettext_lazy("Of a new committee: three years later, unless the superior decided otherwise."),
    )
    basis = forms.CharField(
        label=gettext_lazy("Basis"),
        max_length=Post._meta.get_field("basis").max_length,
        required=False,
        help_text=gettext_lazy("Add the superior's reply with its day and number."),
    )

    def __init__(self, *args: Any, winners: Sequence[Winner], elected_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.winners, self.elected_on = winners, elected_on
        rows = {self.name_of(one): self._row(one) for one in winners}
        self.fields = {"what": self.fields["what"], **rows, **self.fields}

    @staticmethod
    def name_of(winner: Winner) -> str:
        return f"posts-{winner.person.pk}"

    @staticmethod
    def _row(winner: Winner) -> forms.MultipleChoiceField:
        label = _("%(name)s: %(votes)s votes, %(result)s")
        return forms.MultipleChoiceField(
            label=label % {"name": winner.person.name, "votes": winner.votes, "result": winner.words},
            choices=POSTS,
            initial=winner.posts,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "names"}),
            help_text="" if winner.is_settled else _("The votes alone do not decide it: tick a post only if she is elected."),
        )

    def posts(self) -> list[tuple[Person, str]]:
        return [(one.person, kind) for one in self.winners for kind in self._ticked(one)]

    def _ticked(self, winner: Winner) -> list[str]:
        """委员 alone, or the posts in particular: whoever holds one of these is a member of the committee anyway."""
        ticked = self.cleaned_data.get(self.name_of(winner), [])
        return [kind for kind in ticked if kind != PostKind.COMMITTEE_MEMBER] or ticked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for one in self.winners:
            if one.is_settled and names_an_office(one.item.title) and not self._ticked(one):
                self.add_error(self.name_of(one), _("Choose the post."))
        if cleaned.get("due_on") and cleaned["due_on"] <= self.elected_on:
            self.add_error("due_on", _("The next election lies after the last one."))
        self._check_seats()
        self._check_secretary(cleaned.get("what"))
        return cleaned

    def _check_seats(self) -> None:
        """Where more have the votes than there are seats, people take their pick of as many as there are."""
        for item in {one.item.pk: one.item for one in self.winners}.values():
            ticked = [one for one in self.winners if one.item == item and self._ticked(one)]
            if item.seats and len(ticked) > item.seats:
                words = _("“%(title)s” fills %(seats)s seats; %(count)s people have a post.")
                self.add_error(None, words % {"title": item.title, "seats": item.seats, "count": len(ticked)})

    def _check_secretary(self, what: str | None) -> None:
        secretaries = [person for person, kind in self.posts() if kind == PostKind.SECRETARY]
        if len(secretaries) > 1:
            self.add_error(None, _("Two people are ticked as secretary. A branch has one."))
        elif what == NEW_TERM and not secretaries:
            words = _("Nobody is ticked as secretary. Enter the committee once the secretary is elected.")
            self.add_error(None, words)
        if not self.posts() and not self.errors:
            self.add_error(None, _("Choose the post."))
