"""``python -m benchmarks NAME [options]``: runs one benchmark in a folder of its own and prints its figures."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks

HELPERS = {
    "__main__",
    "desk_pages",
    "ground",
    "letters_run",
    "house",
    "pages_budgets",
    "pages_kinds",
    "pages_site",
    "pages_tools",
    "sources_flat",
    "paper",
    "servers",
    "workers",
}


def main() -> int:
    names = sorted(module.name for module in iter_modules(benchmarks.__path__) if module.name not in HELPERS)
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        print(f"usage: python -m benchmarks {{{','.join(names)}}} [options]", file=sys.stderr)
        return 2
    return int(import_module(f"benchmarks.{sys.argv[1]}").main(sys.argv[2:]) or 0)


if __name__ == "__main__":
    sys.exit(main())
