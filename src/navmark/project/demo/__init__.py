"""The demo school: built relative to today, through the same doors that a school uses: its tables are imported, what
its mechanisms bring is planned, held and locked by their actions. Every person is invented.
"""

from navmark.project.demo.school import build

__all__ = ["build"]
