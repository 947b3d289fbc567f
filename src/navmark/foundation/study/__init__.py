"""Who studied what, for how many hours?"""
