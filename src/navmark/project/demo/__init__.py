"""The demo school: built relative to today, through the same doors that a school uses: its tables are imported, its meetings
planned, held and locked by the actions. Every person is invented.
"""

from navmark.project.demo.school import build

__all__ = ["build"]
