"""ninjs, the IPTC's News in JSON, versions 2 and 3: https://www.iptc.org/std/ninjs/userguide/

Version 3 is version 2 in camelCase with a few names added, so both are read by names in lower case.
"""

from newsdesk.wire.formats.ninjs.parse import parse

__all__ = ["parse"]
