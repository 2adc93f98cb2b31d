"""`rxflow users …`."""

from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Json
from rxflow.domain.user import Role

app = new_group("The pharmacy's staff, who are named in what they do.", "rxflow users list")


@command(
    app,
    "add",
    'rxflow users add mlee --name "Maria Lee" --role pharmacist',
    'rxflow users add mlee --name "Maria Lee" --role pharmacist < password.txt',
)
def users_add(
    user_id: Annotated[str, typer.Argument(metavar="USER", help="The id to sign in with, such as mlee.")],
    name: Annotated[str, typer.Option(help="The full name.")],
    role: Annotated[Role, typer.Option(help="What they work as.")],
    as_json: Json = False,
) -> None:
    """Add a user. The password is asked for, or read from the first line of stdin."""
    from rxflow.commands.users import add_user

    add_user(user_id, name, role, as_json)


@command(app, "list", "rxflow users list", "rxflow users list --json")
def users_list(as_json: Json = False) -> None:
    """List the users, disabled ones too."""
    from rxflow.commands.users import list_users

    list_users(as_json)


@command(app, "disable", "rxflow users disable mlee")
def users_disable(
    user_id: Annotated[str, typer.Argument(metavar="USER", help="The user's id.")], as_json: Json = False
) -> None:
    """Keep a user from signing in. What they did stays recorded, and the id is never used again."""
    from rxflow.commands.users import disable_user

    disable_user(user_id, as_json)
