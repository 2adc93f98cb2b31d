"""`rxflow adherence`: how much of the time a patient's fills covered, for the pharmacist."""

import json

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads

COLUMNS = ("Rx", "Medicine", "Fills", "Days covered", "PDC %", "MPR %")


def list_adherence(patient_id: str, as_json: bool) -> None:
    """Print the proportion of days covered and the possession ratio of each of a patient's medicines.

    Raises:
        PatientNotFoundError: No patient has this id.
    """
    with open_assistant() as assistant:
        services = assistant.services
        tall_man = services.tables.tall_man
        services.patients.get(patient_id)
        record_reads(services, "adherence", [patient_id])
        rows = [
            {
                "rx_number": item.rx_number,
                "medication": item.label,
                "fills": len(item.fills),
                "measured": applies,
                "covered_days": covered.covered_days if covered else None,
                "period_days": covered.period_days if covered else None,
                "pdc_percent": str(covered.pdc_percent) if covered else None,
                "mpr_percent": str(covered.mpr_percent) if covered else None,
            }
            for item, applies, covered in services.refills.adherence(patient_id)
        ]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    table = Table(*COLUMNS)
    for row in rows:
        why = "too few fills" if row["measured"] else "not measured"
        days = f"{row['covered_days']} of {row['period_days']}" if row["pdc_percent"] else why
        medicine = in_tall_man(str(row["medication"]), tall_man)
        cells = (row["rx_number"], medicine, row["fills"], days, row["pdc_percent"], row["mpr_percent"])
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))
    Console().print(table)
