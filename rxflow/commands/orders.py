"""`rxflow orders`: a patient's orders."""

import typer

from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads
from rxflow.commands.output import print_json, print_table
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
        print_json(orders)
    elif not orders:
        typer.echo("No orders yet.")
    else:
        shown = [{field: in_tall_man(str(order[field]), tall_man) for field in COLUMNS} for order in orders]
        print_table(COLUMNS, shown, whole=("order_id", "rx_number"))
