"""The year at a glance, of any kind and any shelf of kinds: kinds and units by months, on a page and on one A4."""
