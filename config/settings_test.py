"""Settings for the test suite: fast hashing, a throw-away folder, nothing sent anywhere.

What a developer's shell says about a real installation must not reach the tests, nor the tests it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "TEST_DATA" not in os.environ:  # the workers of one run share the folder of the process that began it
    os.environ["TEST_DATA"] = tempfile.mkdtemp(prefix="appoint-test-")
    atexit.register(shutil.rmtree, os.environ["TEST_DATA"], ignore_errors=True)

for _name in [name for name in os.environ if name.startswith("APPOINT_")]:
    del os.environ[_name]
for _name in ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "CLAMD_ADDRESS"):
    os.environ.pop(_name, None)
os.environ["APPOINT_DATA"] = os.environ["TEST_DATA"]
os.environ["SECRET_KEY"] = "only-for-tests"  # noqa: S105

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE  # noqa: E402

# A folder for each worker, or one would find files of another where it looks for none.
MEDIA_ROOT = Path(os.environ["TEST_DATA"]) / "files" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
AXES_ENABLED = False

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file as in real use, so that several people saving at once meet the locks they would meet there.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["TEST_DATA"]) / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

# A page that asks the database once per row fails its test, however few rows the test has.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
ZEAL_SHOW_ALL_CALLERS = True
# Django itself fetches the session once more in order to end it.
ZEAL_ALLOWLIST = [{"model": "sessions.Session", "field": "get()"}]

# Static files are looked up when asked for, not all listed again for every client a test makes.
WHITENOISE_AUTOREFRESH = True
