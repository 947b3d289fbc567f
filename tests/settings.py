"""The product's settings, in a throw-away data folder, with cheap passwords and without a manifest of static files.

`DATABASE_URL` decides the database, as it does for a school; without it the tests use a SQLite file, since threads and the
live server need a database that several connections can open.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="navmark-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["NAVMARK_DATA"] = _folder
os.environ["PYTHONPATH"] = str(Path(__file__).parents[1] / "src")  # for the commands that tests start; ./navmark sets it too
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's driver runs an event loop in the tests' thread

from navmark.project import messages  # noqa: E402

messages.compile_stale()  # before Django reads them

from navmark.project.settings import *  # noqa: E402, F403
from navmark.project.settings import DATABASES, STORAGES  # noqa: E402

_database = DATABASES["default"]
_database["CONN_MAX_AGE"] = 0  # an idle connection of the live server would keep the test database from being dropped
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"] = {"NAME": Path(_folder) / "test.sqlite3"}
    _database["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"

PASSWORD_HASHERS = ["tests.hashing.CheapArgon2"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
