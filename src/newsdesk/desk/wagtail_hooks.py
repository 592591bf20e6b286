"""What the desk adds to Wagtail: each module in ``hooks/`` is found by being there."""

from importlib import import_module
from pkgutil import iter_modules

from newsdesk.desk import hooks

for module in iter_modules(hooks.__path__):
    import_module(f"{hooks.__name__}.{module.name}")
