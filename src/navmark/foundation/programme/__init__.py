"""工作方案: what did this school decide to do? Here: the cards of the mechanisms that are installed."""
