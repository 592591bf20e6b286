"""Django's own template tags and filters, without those whose output is not a function of their input.

``now``, ``random``, ``timesince`` and their like would make a sheet differ from its next drawing with nothing changed.
"""

from django.template import Library, defaultfilters, defaulttags

UNREPEATABLE = frozenset(
    {"now", "random", "timesince", "timeuntil", "csrf_token", "debug", "lorem", "querystring", "url"}
)

register = Library()
for _source in (defaulttags.register, defaultfilters.register):
    register.tags.update({name: tag for name, tag in _source.tags.items() if name not in UNREPEATABLE})
    register.filters.update({name: one for name, one in _source.filters.items() if name not in UNREPEATABLE})
