"""上级通知: what a superior's notice asks for becomes entries with owner and day, and what was handed in stays with them."""
