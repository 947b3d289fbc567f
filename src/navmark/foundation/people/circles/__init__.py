"""Circles: names for people around a unit on a day. One circle answers a roll (`people_in`), a door and a list (`Viewer`)."""

from navmark.foundation.people.circles import named  # noqa: F401  declares the circles of the school
from navmark.foundation.people.circles.people import holders_around, ids_in, people_in
from navmark.foundation.people.circles.registry import Circle, Reach, UnknownCircle, all_circles, circle, register

__all__ = ["Circle", "Reach", "UnknownCircle", "all_circles", "circle", "holders_around", "ids_in", "people_in", "register"]
