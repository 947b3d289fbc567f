"""规定: what does the rule say on that day?

Rules are replaced, so every question names a day. What we read word for word may block, what others told us may warn, what
we only remember may inform; people decide.
"""
