"""The occasion of a kind that is data alone: its plan, its page, its sheet, its register. Nothing here knows a mechanism."""
