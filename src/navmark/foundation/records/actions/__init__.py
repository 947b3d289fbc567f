"""Every write about a record: the check before any of them, and the signatures."""
