"""频次与待办: when is it due?

A duty is one row per cadence, subject and period, or a one-off with a source. What is stored are its fulfilments and excuses;
its state is derived from them and from the day. Nothing whose due day lies before the school's `in_use_since` ever exists.
"""
