"""Planning an occasion of any kind: which, for whom, when; the form opens filled in with what is known."""
