from django.contrib.auth.hashers import Argon2PasswordHasher


class CheapArgon2(Argon2PasswordHasher):
    """The product's hasher at the lowest cost it accepts: the tests log in hundreds of times."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
