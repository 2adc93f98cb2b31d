"""The utterance format: one JSON object a line; a patient's single message and what it should be taken for.

`intent` is one label or several of which any is right. `medicines` are what the message is about, as a pharmacist would
resolve it for this patient: clearly one prescription, several to choose from, one that must be confirmed, or a drug
that the patient does not have.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from rxflow.domain.errors import RxFlowError
from rxflow.evaluation.json_lines import Identified, read_json_lines


class UtteranceFileError(RxFlowError):
    """An utterance file is missing or broken; the message names file, line and field."""

    code = "UTTERANCE_FILE"


class Label(StrEnum):
    """What a sensible pharmacy assistant takes a message for."""

    REFILL = "refill"
    REFILL_ALL = "refill_all"
    CHOOSE = "choose"
    CHOOSE_PHARMACY = "choose_pharmacy"
    OTHER_PHARMACY = "other_pharmacy"
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    BACK = "back"
    STOP = "stop"
    START_OVER = "start_over"
    CANCEL = "cancel"
    KEEP = "keep"
    TRACK = "track"
    MY_MEDICINES = "my_medicines"
    REFILLS_LEFT = "refills_left"
    NEXT_DATE = "next_date"
    PURPOSE = "purpose"
    PRICE = "price"
    BRAND_GENERIC = "brand_generic"
    COVERAGE = "coverage"
    AUTHORIZATION = "authorization"
    STOCK = "stock"
    WAIT = "wait"
    HOURS = "hours"
    PHARMACY_FEATURE = "pharmacy_feature"
    INTERACTIONS = "interactions"
    ALLERGIES = "allergies"
    ADHERENCE = "adherence"
    ADVICE = "advice"
    EARLY = "early"
    REPORT = "report"
    EMERGENCY = "emergency"
    PERSON = "person"
    OTHER_PATIENT = "other_patient"
    FOR_CHILD = "for_child"
    IDENTITY = "identity"
    UNSUPPORTED = "unsupported"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    UNKNOWN = "unknown"


def _listed(value: Any) -> Any:
    """One written without a list is a list of one."""
    return [value] if isinstance(value, str) else value


RxNumber = Annotated[str, Field(pattern=r"^RX\d{4,}$")]


class MedicineLabel(BaseModel):
    """One medicine that a message is about; exactly one of the fields is given.

    `rx` is the prescription, or those among which the patient must be asked. `confirm` is a prescription that is only
    like what was said, and must be confirmed. `drug` is the record name of a drug that is not on the profile.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rx: Annotated[tuple[RxNumber, ...], BeforeValidator(_listed)] | None = Field(default=None, min_length=1)
    confirm: RxNumber | None = None
    drug: str | None = Field(default=None, pattern=r"^[^A-Z]+$")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if len(self.model_fields_set) != 1 or not (self.rx_numbers or self.drug):
            raise ValueError("give exactly one of rx, confirm and drug")
        return self

    @property
    def rx_numbers(self) -> tuple[str, ...]:
        """The prescriptions that are meant or may be meant."""
        return self.rx or ((self.confirm,) if self.confirm else ())

    @property
    def must_ask(self) -> bool:
        """Whether no prescription may be picked without asking."""
        return self.confirm is not None or len(self.rx_numbers) > 1

    def __str__(self) -> str:
        if self.drug is not None:
            return f"{self.drug}, not on the profile"
        return f"ask about {' or '.join(self.rx_numbers)}" if self.must_ask else self.rx_numbers[0]


class Utterance(Identified):
    """One labelled message. The first tag tells whether it is plain or was written to be hard."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1)
    patient: str = Field(min_length=1)
    language: Literal["en", "es"]
    tags: tuple[str, ...] = Field(min_length=1)
    intent: Annotated[tuple[Label, ...], BeforeValidator(_listed), Field(min_length=1)]
    medicines: tuple[MedicineLabel, ...]

    @model_validator(mode="after")
    def _tells_its_difficulty(self) -> Self:
        if self.tags[0] not in {"plain", "hard"}:
            raise ValueError(f"tags: the first must be plain or hard, not {self.tags[0]}")
        return self

    @property
    def is_hard(self) -> bool:
        return self.tags[0] == "hard"


def read_utterances(path: Path) -> tuple[Utterance, ...]:
    """Read an utterance file; blank lines are passed over.

    Raises:
        UtteranceFileError: The file cannot be read, holds no utterance, or a line is broken; the message names the line
            and the field.
    """
    return read_json_lines(path, Utterance, "utterance", UtteranceFileError)
