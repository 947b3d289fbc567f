"""registers: what is kept as a list, and how far is it?"""
