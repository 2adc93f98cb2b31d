"""`rxflow adherence`: how much of the time a patient's fills covered, for the pharmacist."""

from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads
from rxflow.commands.output import print_json, print_table

COLUMNS = {
    "rx_number": "Rx",
    "medication": "Medicine",
    "fills": "Fills",
    "days": "Days covered",
    "pdc_percent": "PDC %",
    "mpr_percent": "MPR %",
}


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
        rows: list[dict[str, object]] = [
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
        print_json(rows)
        return
    for row in rows:
        why = "too few fills" if row["measured"] else "not measured"
        row["days"] = f"{row['covered_days']} of {row['period_days']}" if row["pdc_percent"] else why
        row["medication"] = in_tall_man(str(row["medication"]), tall_man)
    print_table(COLUMNS, rows, whole=("rx_number",))
