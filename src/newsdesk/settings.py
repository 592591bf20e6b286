"""Django's settings: from the environment only, read and refused by ``settings_env``.

https://docs.djangoproject.com/en/5.2/ref/settings/ and https://docs.wagtail.org/en/stable/reference/settings.html
"""

from pathlib import Path
from urllib.parse import urlsplit

from newsdesk.settings_env import table
from newsdesk.settings_env.database import database
from newsdesk.settings_env.logs import logging_settings
from newsdesk.settings_env.mail import anymail, mail
from newsdesk.settings_env.refused import Refused
from newsdesk.settings_env.themes import folders_of

PACKAGE = Path(__file__).parent

table.refuse_nonsense()  # what only readers read too, before anything starts

# The newsroom

NEWSDESK_DATA = table.DATA.value().absolute()
NEWSDESK_SITE_NAME = table.SITE_NAME.value()
NEWSDESK_TAGLINE = table.TAGLINE.value()
NEWSDESK_SITE_URL = table.SITE_URL.value()
NEWSDESK_SHELF = NEWSDESK_DATA / table.SHELF.value()
NEWSDESK_ORIGINALS = NEWSDESK_DATA / table.ORIGINALS.value()
NEWSDESK_READER_WORKERS = table.READER_WORKERS.value()
NEWSDESK_DESK_PORT = table.DESK_PORT.value()
NEWSDESK_LOG_ADDRESSES = table.LOG_ADDRESSES.value()
NEWSDESK_LOG_LEVEL = table.LOG_LEVEL.value()
NEWSDESK_UPLOAD_MEGABYTES = table.UPLOAD_MEGABYTES.value()
NEWSDESK_UPLOAD_MEGAPIXELS = table.UPLOAD_MEGAPIXELS.value()
NEWSDESK_PURGE_CDN = table.PURGE_CDN.value()
NEWSDESK_PURGE_URL = table.PURGE_URL.value()
NEWSDESK_PURGE_TOKEN = table.PURGE_TOKEN.value()
if NEWSDESK_PURGE_CDN and not NEWSDESK_PURGE_URL:
    raise Refused("NEWSDESK_PURGE_URL: empty; set it to where the CDN that NEWSDESK_PURGE_CDN names is told")
NEWSDESK_C2PA_CERTIFICATE = table.C2PA_CERTIFICATE.value()
NEWSDESK_C2PA_KEY = table.C2PA_KEY.value()
NEWSDESK_C2PA_TIMESTAMP_URL = table.C2PA_TIMESTAMP_URL.value()
if bool(NEWSDESK_C2PA_CERTIFICATE) != bool(NEWSDESK_C2PA_KEY):
    raise Refused("NEWSDESK_C2PA_CERTIFICATE and NEWSDESK_C2PA_KEY: only one of them is given; set both or neither")
NEWSDESK_PIPER_MODELS = NEWSDESK_DATA / table.PIPER_MODELS.value()
NEWSDESK_PIPER_URL = table.PIPER_URL.value()
NEWSDESK_SPEECH_URL = table.SPEECH_URL.value()
NEWSDESK_SPEECH_KEY = table.SPEECH_KEY.value()
NEWSDESK_SPEECH_MODEL = table.SPEECH_MODEL.value()
NEWSDESK_SPEECH_VOICE = table.SPEECH_VOICE.value()
NEWSDESK_SPEECH_COST = table.SPEECH_COST.value()
NEWSDESK_THEME = table.THEME.value()
NEWSDESK_THEMES = [*filter(None, [NEWSDESK_THEME]), "newsdesk.pages.theme"]
NEWSDESK_TEMPLATE_LIBRARIES = {"newsdesk": "newsdesk.pages.templatetags.newsdesk"}

_site = urlsplit(NEWSDESK_SITE_URL)
_https = _site.scheme == "https"

# Django

DEBUG = table.DEBUG.value()
ROOT_URLCONF = "newsdesk.urls"
ASGI_APPLICATION = "newsdesk.asgi.application"
ALLOWED_HOSTS = [str(_site.hostname), "localhost", "127.0.0.1", "[::1]", *table.HOSTS.value()]

INSTALLED_APPS = [
    "newsdesk.desk",
    "newsdesk.archive",
    "newsdesk.press",
    "newsdesk.pictures",
    "newsdesk.sources",
    "newsdesk.pages",
    "newsdesk.feeds",
    "newsdesk.audio",
    "newsdesk.newsletter",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",  # the frame of Wagtail's own pages names its paths
    "wagtail.search",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsdesk.desk.only_text.OnlyText",
    "newsdesk.desk.second_factor.doorkeeper.Doorkeeper",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database(table.DATABASE_URL.value(), NEWSDESK_DATA, table.DATABASE_POOL.value())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = table.LANGUAGE.value()
LANGUAGES = [("en", "English"), ("uk", "Українська")]
LOCALE_PATHS = [folder / "locale" for folder in folders_of(NEWSDESK_THEME)]
TIME_ZONE = table.TIME_ZONE.value()
USE_TZ = True

LOGGING = logging_settings(NEWSDESK_LOG_LEVEL, NEWSDESK_LOG_ADDRESSES)

# Files

STATIC_URL = "/desk/static/"
STATIC_ROOT = NEWSDESK_DATA / "static"
MEDIA_URL = "/desk/media/"  # for those who are signed in: readers' pictures stand on the shelf
MEDIA_ROOT = NEWSDESK_DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsdesk.settings_env.static.DeskStatic"},
}
SERVESTATIC_KEEP_ONLY_HASHED_FILES = False
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article is many fields
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024**2  # without files: an article, never more

# Safety


def _kept_in(name: str) -> str:
    """The key ``newsdesk init`` wrote; empty, and refused when used, where it has not been here."""
    file = NEWSDESK_DATA / name
    return file.read_text().strip() if file.is_file() else ""


SECRET_KEY = table.SECRET_KEY.value() or _kept_in("secret.key")
NEWSDESK_SEAL_KEY = table.SEAL_KEY.value() or _kept_in("seal.key")
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/desk/"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_TRUSTED_ORIGINS = [NEWSDESK_SITE_URL]
SECURE_PROXY_SSL_HEADER = (
    "HTTP_X_FORWARDED_PROTO",
    "https",
)  # the desk listens on loopback, to the reader process only
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the desk frames its own preview
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]
NEWSDESK_CONFIDENTIAL_KEYS = table.CONFIDENTIAL_KEY.value()
NEWSDESK_CONFIDENTIAL_KEY_FILE = table.CONFIDENTIAL_KEY.file()

# Mail

_mail = mail(table.EMAIL_URL.value())
EMAIL_BACKEND: str = _mail["EMAIL_BACKEND"]
EMAIL_HOST: str = _mail.get("EMAIL_HOST", "localhost")
EMAIL_PORT: int = _mail.get("EMAIL_PORT", 25)
EMAIL_HOST_USER: str = _mail.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD: str = _mail.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS: bool = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL: bool = _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT: int = _mail["EMAIL_TIMEOUT"]
EMAIL_FILE_PATH: str = _mail.get("EMAIL_FILE_PATH", "")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = table.EMAIL_FROM.value() or f"desk@{_site.hostname}"

NEWSDESK_POST = table.POST.value()
NEWSDESK_ESP_URL = table.ESP_URL.value()
if NEWSDESK_POST == "anymail" and not NEWSDESK_ESP_URL:
    raise Refused("NEWSDESK_ESP_URL: empty; set it to the mail service that NEWSDESK_POST needs")
ANYMAIL = anymail(NEWSDESK_ESP_URL)
NEWSDESK_DKIM_KEY = table.DKIM_KEY.value()
NEWSDESK_DKIM_SELECTOR = table.DKIM_SELECTOR.value()
NEWSDESK_DKIM_DOMAIN = table.DKIM_DOMAIN.value()
NEWSDESK_POSTAL_ADDRESS = table.POSTAL_ADDRESS.value()
NEWSDESK_RETURN_PATH = table.RETURN_PATH.value()
NEWSDESK_BOUNCES_URL = table.BOUNCES_URL.value()
NEWSDESK_MAIL_PACE = table.MAIL_PACE.value()
NEWSDESK_MAIL_FIRST_DAY = table.MAIL_FIRST_DAY.value()

# Wagtail

WAGTAIL_SITE_NAME = NEWSDESK_SITE_NAME
WAGTAILADMIN_BASE_URL = NEWSDESK_SITE_URL
WAGTAIL_AUTOSAVE_INTERVAL = 2_000  # milliseconds; each save writes the reference and search index too
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the desk asks no third party for anything
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
WAGTAIL_DATE_FORMAT, WAGTAIL_TIME_FORMAT, WAGTAIL_DATETIME_FORMAT = "%Y-%m-%d", "%H:%M", "%Y-%m-%d %H:%M"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = [language for language in LANGUAGES if language[0] == LANGUAGE_CODE]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx"]
WAGTAILIMAGES_IMAGE_MODEL = "desk.Photograph"
WAGTAILIMAGES_IMAGE_FORM_BASE = "newsdesk.desk.photo_form.PhotographForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpeg", "jpg", "png", "tif", "tiff", "webp"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"tiff": "jpeg"}  # no browser shows a TIFF
WAGTAILIMAGES_MAX_UPLOAD_SIZE = NEWSDESK_UPLOAD_MEGABYTES * 1024**2
WAGTAILIMAGES_MAX_IMAGE_PIXELS = NEWSDESK_UPLOAD_MEGAPIXELS * 1_000_000
