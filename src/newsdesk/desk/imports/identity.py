"""Under which UUID the desk keeps what a wire calls by a URI.

The same URI gives the same UUID (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5), so that a second import
finds what the first one made.
"""

from uuid import NAMESPACE_URL, UUID, uuid5


def uuid_of(uri: str) -> UUID:
    return uuid5(NAMESPACE_URL, uri)
