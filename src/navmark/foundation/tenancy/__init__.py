"""学校: whose rows may this code see?

Denied at the door: while no school is active, a query of a school's rows raises. `within(school)` opens the door for a
block; middleware opens it for a request. What the door cannot see (forward foreign keys use Django's base manager, and
`School.objects.annotate(...)` counts past it) is kept safe because a row is only ever fetched through a door first.
"""
