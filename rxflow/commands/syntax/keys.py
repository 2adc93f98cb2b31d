"""`rxflow keys …`."""

from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Json

app = new_group("The keys that the database is encrypted with.", "rxflow keys list")


@command(app, "new", "rxflow keys new > rxflow.key")
def keys_new() -> None:
    """Print fresh keys as JSON, for RXFLOW_KEYS or for a file that only its owner may read (umask 077)."""
    from rxflow.commands.keys import print_new

    print_new()


@command(app, "list", "rxflow keys list", "rxflow keys list --json")
def keys_list(as_json: Json = False) -> None:
    """Tell how many rows are encrypted with each key."""
    from rxflow.commands.keys import list_keys

    list_keys(as_json)


@command(app, "rotate", "rxflow keys rotate")
def keys_rotate(as_json: Json = False) -> None:
    """Make a new key the active one and encrypt everything again with it, while the assistant runs."""
    from rxflow.commands.keys import rotate

    rotate(as_json)


@command(app, "retire", "rxflow keys retire 1")
def keys_retire(
    number: Annotated[int, typer.Argument(metavar="KEY", help="The key's number.")], as_json: Json = False
) -> None:
    """Take an old key away for good, once nothing is encrypted with it."""
    from rxflow.commands.keys import retire

    retire(number, as_json)
