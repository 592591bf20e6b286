"""Accounts from the terminal, for the first editor and for one who is locked out."""

from __future__ import annotations

import argparse

HELP = "list accounts, add one, give one a new password, or take a lost second factor away"
ROLES = ("reporter", "editor", "chief", "picture-editor")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="list|add|password|take-factor", required=True)
    acts.add_parser("list", help="all accounts and their roles")
    add = acts.add_parser("add", help="add an account; its password is printed once")
    add.add_argument("name")
    add.add_argument("--role", choices=ROLES, default="reporter")
    add.add_argument("--email", default="")
    password = acts.add_parser("password", help="a new password, printed once")
    password.add_argument("name")
    factor = acts.add_parser("take-factor", help="take a second factor away whose phone and recovery codes are lost")
    factor.add_argument("name")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom import people
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    match options.act:
        case "list":
            for name, role in people.everyone():
                print(f"{name}\t{role}")
        case "add":
            print(f"{options.name}: {people.add(options.name, options.role, options.email)}")
        case "password":
            print(f"{options.name}: {people.change_password(options.name)}")
        case "take-factor":
            people.take_factor(options.name)
            print(f"{options.name} signs in with a password alone now; recorded, and told by mail")
    return 0
