"""Settings. A school sets nothing; `NAVMARK_DATA` and `DATABASE_URL` come from the command line or the service file."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from navmark.project.keys import secret_key
from navmark.project.listed import insist_on_apps

DATA = Path(os.environ.get("NAVMARK_DATA", "var/school")).resolve()
DEBUG = os.environ.get("NAVMARK_DEBUG") == "1"
PUBLIC_URL = os.environ.get("NAVMARK_PUBLIC_URL", "")
NETWORK_URL = os.environ.get("NAVMARK_NETWORK_URL", "")  # as found by `up`; a public address is said by the school
SECRET_KEY = os.environ.get("NAVMARK_SECRET_KEY") or secret_key(DATA)
ALLOWED_HOSTS = ["*"]  # the address is the school's own; HTTPS and host are named by `doctor`
HTTPS = PUBLIC_URL.startswith("https://") or os.environ.get("NAVMARK_HTTPS") == "1"

ROOMS = ["ui", "tables", "tenancy", "audit", "almanac", "sealing", "people", "privacy", "statute", "cadence"]
ROOMS += ["notices", "attachments", "printing", "papers", "records", "links", "activities", "proceedings", "registers"]
ROOMS += ["study", "slips", "outings", "rotas", "pledges", "termplan", "programme"]
MECHANISMS = ["demonstration.branch_life", "demonstration.theory_study"]
MECHANISMS += ["demonstration.superior_notices", "demonstration.superior_forms"]
MECHANISMS += ["experience.tours"]


APPS = [f"navmark.foundation.{room}" for room in ROOMS] + [f"navmark.pillars.{mechanism}" for mechanism in MECHANISMS]
insist_on_apps(APPS)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "lucide",
    "axes",
    "csp",
    # In import order: a room may import only what stands above it.
    *APPS,
    "navmark.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "navmark.foundation.ui.middleware.ReadableRequests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "navmark.project.compressing.CompressedPages",
    "navmark.project.heads.HeadMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "navmark.foundation.people.middleware.SchoolMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "navmark.foundation.ui.middleware.SavedWords",
    "navmark.foundation.ui.middleware.ReadableAddresses",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "navmark.project.urls"
WSGI_APPLICATION = "navmark.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["navmark.foundation.ui.dense.Loader"])],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "navmark.project.nav.page_frame",
            ],
        },
    }
]

if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.parse(os.environ["DATABASE_URL"], conn_max_age=600)}
    if DATABASES["default"]["ENGINE"].endswith("postgresql"):
        DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 10)  # seconds; else a silent host hangs us
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(DATA / "navmark.sqlite3"),
            "CONN_MAX_AGE": 600,
            "OPTIONS": {
                # A write transaction takes the lock when it begins, so that it never fails half way; reads take none.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["login"]},
    },
    {"NAME": "navmark.foundation.people.passwords.LongEnough", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "navmark.project.views.not_from_our_page"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: a quarter of an hour
AXES_USERNAME_FORM_FIELD = "username"  # the login form's name for it, not the account's: else nobody's failures are counted
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "navmark.foundation.people.account_views.locked_out"
AXES_CLIENT_IP_CALLABLE = "navmark.foundation.people.proxies.caller_address"
AXES_VERBOSE = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "navmark.foundation.ui.joining.JoinedFiles",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a roll of 500 people has a few fields a row; what is more is refused in words (400)
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # No mail to administrators: the root logger has it. An address that does not exist is no incident.
    "loggers": {"django": {"handlers": [], "level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
