"""`rxflow users`: the pharmacy's staff."""

from getpass import getuser
from typing import Any

import typer

from rxflow.assistant import Assistant
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import operating_user
from rxflow.commands.output import print_json, print_table
from rxflow.commands.standard_input import standard_input
from rxflow.domain.errors import UserError
from rxflow.domain.user import Role, User
from rxflow.services.passwords import MOST_PASSWORD_CHARS

COLUMNS = {"user_id": "User", "name": "Name", "role": "Role", "created_at": "Since", "disabled_at": "Disabled"}
UNKNOWN_ACTOR = "pharmacist"


def add_user(user_id: str, name: str, role: Role, as_json: bool) -> None:
    """Add a user, with a password from the terminal or from the first line of stdin.

    Raises:
        UserError: The id, the name or the password cannot be used, or the id is taken.
    """
    password = _read_password()
    with open_assistant() as assistant:
        user = assistant.services.users.add(user_id, name, role, password, operating_user())
        added = _line(assistant, user)
    if as_json:
        print_json(added)
    else:
        typer.echo(f"Added {user.user_id}, {user.role}.")


def list_users(as_json: bool) -> None:
    """Print every user, disabled ones too."""
    with open_assistant() as assistant:
        users = [_line(assistant, user) for user in assistant.services.users.all()]
    if as_json:
        print_json(users)
    elif not users:
        typer.echo("No users yet.")
    else:
        print_table(COLUMNS, users, whole=("user_id", "created_at", "disabled_at"))


def disable_user(user_id: str, as_json: bool) -> None:
    """Keep a user from signing in from now on.

    Raises:
        UserError: There is no such user.
    """
    with open_assistant() as assistant:
        user = assistant.services.users.disable(user_id, operating_user())
        disabled = _line(assistant, user)
    if as_json:
        print_json(disabled)
    else:
        typer.echo(f"Disabled {user.user_id}.")


def system_user() -> str:
    """Who runs this command, as the operating system calls them."""
    try:
        return getuser()
    except (KeyError, OSError):
        # A container's user may have no name.
        return UNKNOWN_ACTOR


def _read_password() -> str:
    """A password that is on no command line, where other users of the machine could read it."""
    given = standard_input()
    if given.isatty():
        # On stderr, so that what the command prints is for whoever reads it.
        typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return typed
    line = given.readline(MOST_PASSWORD_CHARS + 2).rstrip("\r\n")
    if not line:
        raise UserError("Give the password on the terminal, or as the first line of stdin.")
    return line


def _line(assistant: Assistant, user: User) -> dict[str, Any]:
    zone = assistant.services.zone
    return {
        "user_id": user.user_id,
        "name": user.name,
        "role": user.role.value,
        "created_at": user.created_at.astimezone(zone).date().isoformat(),
        "disabled_at": user.disabled_at.astimezone(zone).date().isoformat() if user.disabled_at else None,
    }
