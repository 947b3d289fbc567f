"""Every write about a record, by what is written: the agenda, the minutes, votes and decisions, the lock."""
