"""The second factor of an account: an authenticator app, and recovery codes for when it is lost (RFC 6238).

``verified(request)`` is for whatever only the person in front of the screen may see. The devices are django-otp's
kind with secrets of our own keeping: its own lie in the database in clear.
"""

from .verified import verified

__all__ = ["verified"]
