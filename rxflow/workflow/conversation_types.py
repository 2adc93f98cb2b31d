"""Types of conversation: what each is for, and the tools that it may use of those that the state allows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType

from rxflow.dialogue.intents import Intent
from rxflow.domain.audit import is_code
from rxflow.domain.errors import ConfigurationError, UnknownConversationTypeError
from rxflow.prompts.catalog import message_catalog
from rxflow.workflow.transitions import ENDED, IDENTIFYING
from rxflow.workflow.workflow_types import RefillState

ENTRY_POINTS = "rxflow.conversation_types"
"""The group of entry points that installed packages add types of conversation by."""
REFERENCE = "en"

_PATIENT_LOOKUPS = frozenset({"patient_medication_history", "check_medication_adherence", "check_patient_allergies"})
_MEDICINE_LOOKUPS = frozenset({"rxnorm_medication_lookup", "verify_medication_dosage", "check_drug_interactions"})
_PHARMACY_LOOKUPS = frozenset(
    {"find_nearby_pharmacies", "check_pharmacy_inventory", "get_pharmacy_wait_times", "get_pharmacy_details"}
)
_COST_LOOKUPS = frozenset(
    {
        "goodrx_price_lookup",
        "check_insurance_formulary",
        "compare_brand_generic_prices",
        "prior_authorization_lookup",
    }
)
_TRACKING = frozenset({"track_refill_order"})
_PERSON = frozenset({"escalate_to_care_team"})
_REFILL_ACTIONS = frozenset(
    {"select_prescription", "confirm_dosage", "select_pharmacy", "submit_refill_order", "cancel_refill_order"}
)
SEARCH = "search_medication_information"
KNOWN_TOOLS = (
    _PATIENT_LOOKUPS
    | _MEDICINE_LOOKUPS
    | _PHARMACY_LOOKUPS
    | _COST_LOOKUPS
    | _TRACKING
    | _REFILL_ACTIONS
    | _PERSON
    | {SEARCH}
)
"""Every tool that a type may name."""


@dataclass(frozen=True, slots=True)
class ConversationType:
    """A type of conversation. It can narrow what a state allows and never widen it.

    Attributes:
        name: By which it is started, logged and audited: letters, digits and `_ . : -`.
        description: What it is for, for whoever chooses one.
        tools: The tools that it may use, of those that the state allows.
        guide: What a model is told of it; empty for the guide of the state alone.
        opening: The key of its first words in the message catalogues; with `_guardian` those for a guardian.
        states: The states in which it answers; in any other the refill goes on.
        intents: What is wanted that it takes over from other types.
    """

    name: str
    description: str
    tools: frozenset[str]
    guide: str = ""
    opening: str = "welcome"
    states: frozenset[RefillState] = frozenset(RefillState)
    intents: frozenset[Intent] = field(default=frozenset())


REFILL = ConversationType(
    name="refill",
    description="Refills prescriptions, and answers what is asked on the way.",
    tools=KNOWN_TOOLS - {SEARCH},
    intents=frozenset(
        {
            Intent.REFILL,
            Intent.REFILL_ALL,
            Intent.EARLY,
            Intent.FOR_CHILD,
            Intent.CANCEL,
            Intent.KEEP,
            Intent.REFILLS_LEFT,
            Intent.NEXT_DATE,
        }
    ),
)
SIMPLE = ConversationType(
    name="simple",
    description="Answers questions about pharmacies, prices and orders.",
    tools=_PHARMACY_LOOKUPS | _COST_LOOKUPS | _TRACKING | _PERSON | {"patient_medication_history"},
    guide="Answer questions about pharmacies (hours, address, wait, stock), prices, the plan and orders.\n"
    "Nothing is ordered here: when the patient wants a refill, say that they can ask for it in their own words.",
    opening="welcome_simple",
    states=frozenset((*IDENTIFYING, *ENDED)) - {RefillState.CLARIFY_MEDICATION},
    intents=frozenset(
        {
            Intent.TRACK,
            Intent.PRICE,
            Intent.BRAND_GENERIC,
            Intent.COVERAGE,
            Intent.AUTHORIZATION,
            Intent.STOCK,
            Intent.WAIT,
            Intent.HOURS,
            Intent.PHARMACY_FEATURE,
        }
    ),
)
CLINICAL = ConversationType(
    name="clinical",
    description="Tells what sources say about medicines, and hands advice to the pharmacist.",
    tools=_PATIENT_LOOKUPS | _MEDICINE_LOOKUPS | _PERSON | {SEARCH},
    guide="Answer what is asked about a medicine with search_medication_information alone: repeat its passage and\n"
    "name its source. When it hands over, say that a pharmacist can answer, and add nothing of your own. Whatever\n"
    "asks what somebody should do, take, stop or fear is for the pharmacist: call escalate_to_care_team when they\n"
    "want one. A refill that waits stays as it is.",
    opening="welcome_clinical",
    intents=frozenset(
        {
            Intent.ADVICE,
            Intent.PURPOSE,
            Intent.INTERACTIONS,
            Intent.ALLERGIES,
            Intent.ADHERENCE,
            Intent.MY_MEDICINES,
        }
    ),
)
BUILT_IN = (REFILL, SIMPLE, CLINICAL)


class ConversationTypes:
    """The types of one assistant, by name.

    Args:
        others: Types beside the three that there always are.

    Raises:
        ConfigurationError: A type cannot be; the message says which and why.
    """

    def __init__(self, others: Iterable[ConversationType] = ()) -> None:
        types: dict[str, ConversationType] = {}
        for each in (*BUILT_IN, *others):
            _check(each, types)
            types[each.name] = each
        self._types = MappingProxyType(types)

    def __iter__(self) -> Iterator[ConversationType]:
        return iter(self._types.values())

    def named(self, name: str) -> ConversationType:
        """The type of a name.

        Raises:
            UnknownConversationTypeError: There is none; the message lists those there are.
        """
        found = self._types.get(name)
        if found is None:
            raise UnknownConversationTypeError(f"Choose a conversation type of: {', '.join(self._types)}.")
        return found

    def kept(self, name: str) -> ConversationType:
        """The type that a stored conversation goes on as: a refill where its own is not there any more."""
        return self._types.get(name, REFILL)

    def taking(self, intent: Intent) -> ConversationType | None:
        """The type that takes over what is wanted; of several the first."""
        return next((each for each in self if intent in each.intents), None)


def installed_types(found: Iterable[EntryPoint] | None = None) -> tuple[ConversationType, ...]:
    """The types that installed packages add: each entry point is one, or gives one when it is called.

    Args:
        found: The entry points; by default those of the installed packages.

    Raises:
        ConfigurationError: One cannot be loaded, or is none; the message names it.
    """
    points = entry_points(group=ENTRY_POINTS) if found is None else found
    return tuple(_loaded(point) for point in sorted(points, key=lambda each: each.name))


def _loaded(point: EntryPoint) -> ConversationType:
    try:
        made = point.load()
        built: Callable[[], object] = made if callable(made) else lambda: made
        kind = built()
    except Exception as error:
        # Whatever another package raises: the program does not begin without what it was told to have.
        raise ConfigurationError(
            f"{ENTRY_POINTS}: {point.name} cannot be loaded ({type(error).__name__}). Correct or remove its package."
        ) from error
    if not isinstance(kind, ConversationType):
        raise ConfigurationError(f"{ENTRY_POINTS}: {point.name} should be a ConversationType, or give one.")
    return kind


def _check(kind: ConversationType, known: Mapping[str, ConversationType]) -> None:
    if not is_code(kind.name):
        raise ConfigurationError("A conversation type's name should be 1 to 64 letters, digits and _ . : -")
    if kind.name in known:
        raise ConfigurationError(f"There is a conversation type {kind.name} already; give this one another name.")
    if unknown := kind.tools - KNOWN_TOOLS:
        raise ConfigurationError(f"Conversation type {kind.name}: there is no tool {', '.join(sorted(unknown))}.")
    if kind.opening not in message_catalog(REFERENCE):
        raise ConfigurationError(f"Conversation type {kind.name}: there is no message {kind.opening}.")
    if not kind.states:
        raise ConfigurationError(f"Conversation type {kind.name}: it should answer in some state.")
