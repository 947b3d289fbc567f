"""提醒: who must be told?

A notice goes to the person alone, once a matter; nobody else sees that it was sent. Nothing is sent in the evening, at night or
on days of rest. Reminders name a duty, never a comparison.
"""
