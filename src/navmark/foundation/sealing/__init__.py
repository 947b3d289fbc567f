"""密封: how is a field kept secret?

A sealed field is encrypted with a key that lies outside the database and outside every backup. Without the key its text is
named unreadable, and everything else works. This room knows no person.
"""
