"""`rxflow orders`: a patient's orders."""

import json

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads
from rxflow.workflow import facts

COLUMNS = {
    "order_id": "Order",
    "rx_number": "Rx",
    "medication": "Medicine",
    "pharmacy": "Pharmacy",
    "you_pay": "You pay",
    "status": "Status",
    "ready_at": "Ready",
}


def list_orders(patient_id: str, as_json: bool) -> None:
    """Print a patient's orders, newest first.

    Raises:
        PatientNotFoundError: No patient has this id.
    """
    with open_assistant() as assistant:
        services = assistant.services
        tall_man = services.tables.tall_man
        services.patients.get(patient_id)
        kept = services.orders.for_patient(patient_id)
        record_reads(services, "orders", [patient_id])
        orders = [facts.order(order, services.zone) for order in kept]
    if as_json:
        typer.echo(json.dumps(orders))
    elif not orders:
        typer.echo("No orders yet.")
    else:
        table = Table(*COLUMNS.values())
        for order in orders:
            table.add_row(*(Text(in_tall_man(str(order[field]), tall_man)) for field in COLUMNS))
        Console().print(table)
