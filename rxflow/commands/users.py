"""`rxflow users`: the pharmacy's staff."""

import json
import sys
from getpass import getuser
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rxflow.bootstrap import Assistant
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import operating_user
from rxflow.domain.errors import UserError
from rxflow.domain.user import Role, User
from rxflow.services.users import MOST_PASSWORD_CHARS

COLUMNS = {"user_id": "User", "name": "Name", "role": "Role", "created_at": "Since", "disabled_at": "Disabled"}
UNKNOWN_ACTOR = "pharmacist"


def add_user(user_id: str, name: str, role: Role) -> None:
    """Add a user, with a password from the terminal or from the first line of stdin.

    Raises:
        UserError: The id, the name or the password cannot be used, or the id is taken.
    """
    password = _read_password()
    with open_assistant() as assistant:
        user = assistant.services.users.add(user_id, name, role, password, operating_user())
    typer.echo(f"Added {user.user_id}, {user.role}.")


def list_users(as_json: bool) -> None:
    """Print every user, disabled ones too."""
    with open_assistant() as assistant:
        users = [_line(assistant, user) for user in assistant.services.users.all()]
    if as_json:
        typer.echo(json.dumps(users))
    elif not users:
        typer.echo("No users yet.")
    else:
        table = Table(*COLUMNS.values())
        for user in users:
            table.add_row(*(Text(user[field] or "") for field in COLUMNS))
        Console().print(table)


def disable_user(user_id: str) -> None:
    """Keep a user from signing in from now on.

    Raises:
        UserError: There is no such user.
    """
    with open_assistant() as assistant:
        user = assistant.services.users.disable(user_id, operating_user())
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
    if sys.stdin.isatty():
        typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        return typed
    line = sys.stdin.readline(MOST_PASSWORD_CHARS + 2).rstrip("\r\n")
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
