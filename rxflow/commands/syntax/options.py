"""Options that several commands have."""

from typing import Annotated

import typer


def patient_ids(incomplete: str) -> list[str]:
    """The ids that a shell offers behind `--patient`: those of the demo, never a pharmacy's."""
    from rxflow.commands.completion import demo_patient_ids

    return demo_patient_ids(incomplete)


Patient = Annotated[
    str,
    typer.Option(
        "--patient", metavar="ID", help="The signed-in patient, such as patient_001.", autocompletion=patient_ids
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
