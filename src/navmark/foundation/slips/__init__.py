"""Whose guardian has signed that the child takes part?"""
