"""Settings of the test run: the newsroom's own, in a folder that is gone afterwards.

``NEWSDESK_DATABASE_URL`` is let through, so that the same tests run on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="newsdesk-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("NEWSDESK_") and name != "NEWSDESK_DATABASE_URL"]:
    del os.environ[_name]
os.environ |= {
    "NEWSDESK_DATA": _folder,
    "NEWSDESK_SECRET_KEY": "for tests only, and long enough to be one",
    "NEWSDESK_SEAL_KEY": "for tests only as well, and as long as the other",
}

from newsdesk.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and nothing here is secret
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SERVESTATIC_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["OPTIONS"].pop("pool", None)  # noqa: F405  a pool would keep the test database from being dropped
