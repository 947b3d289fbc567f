"""读书角, a mechanism that nobody has: what it brings appears everywhere though no other file of the product knows of it."""
