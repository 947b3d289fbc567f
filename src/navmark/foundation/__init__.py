"""Rooms are nouns: each owns one kind of fact and its invariants, and has never heard of a pillar."""
