"""Papers with their editions, and what was filled in."""

from navmark.foundation.papers.models.answers import Answers
from navmark.foundation.papers.models.paper import Paper, PaperEdition

__all__ = ["Answers", "Paper", "PaperEdition"]
