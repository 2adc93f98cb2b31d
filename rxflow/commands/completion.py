"""What a shell offers to complete a command line with."""

import json

from rxflow.config.settings import get_settings
from rxflow.domain.errors import ConfigurationError

PATIENTS = "mock_patients.json"


def demo_patient_ids(incomplete: str) -> list[str]:
    """The ids of the made-up patients that begin so; none where the patients are a pharmacy's.

    The database is not opened, and a wrong setting offers nothing: whoever runs the command is told of it.
    """
    try:
        settings = get_settings()
        if settings.environment != "demo" or settings.data_source != "files":
            return []
        patients = json.loads((settings.data_dir / PATIENTS).read_text(encoding="utf-8"))["patients"]
        return [patient_id for each in patients if (patient_id := str(each["patient_id"])).startswith(incomplete)]
    except (ConfigurationError, OSError, ValueError, KeyError, TypeError):
        # A shell that is completing a line has no place for words.
        return []
