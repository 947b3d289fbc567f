"""The register of a kind or of a shelf of kinds: found again by filters, paged, taken out and printed exactly as shown."""
