"""Under which UUID the desk keeps what a wire calls by a URI.

https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5: the same URI gives the same UUID, so a second import finds the first.
"""

from uuid import NAMESPACE_URL, UUID, uuid5


def uuid_of(uri: str) -> UUID:
    return uuid5(NAMESPACE_URL, uri)
