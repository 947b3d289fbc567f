"""Who leads whom on the way, and is everybody there?"""
