"""Orders that nobody may place, each with the code it is refused with. A row is a case; read it as a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from rxflow.domain.case import CaseStep
from rxflow.domain.finding import Route
from rxflow.domain.order import Consent, OrderStatus, Quote
from rxflow.domain.pharmacy import WeeklyHours
from rxflow.domain.plan import Authorization, FormularyEntry, QuantityLimit
from rxflow.domain.report import Report, ReportKind
from rxflow.services.mock_data import MockData
from tests.unit.services.pharmacy_world import (
    CVS,
    HEB,
    INSULIN,
    INSULIN_OF_ANOTHER,
    LISINOPRIL,
    TODAY,
    WALMART,
    World,
    demo_data,
    with_dearer_prices,
)

Attempt = Callable[[], object]
MAIL, CHILDREN = "PH008", "PH009"
PATIENT_OF = {item.rx_number: item.patient_id for item in demo_data().prescriptions}


@dataclass(frozen=True, slots=True)
class BadOrder:
    """One bad order: what is wrong, how it must be refused, and how to come to the point where it is attempted."""

    what: str
    code: str
    arrange: Callable[[], tuple[World, Attempt]]


def ask(rx_number: str, pharmacy_id: str = HEB, patient_id: str | None = None) -> Callable[[], tuple[World, Attempt]]:
    """Ask for a prescription of the demo world as it is."""
    return lambda: _asking(World(), (patient_id or PATIENT_OF[rx_number], rx_number), pharmacy_id)


def changed(rx_number: str, pharmacy_id: str = HEB, **changes: Any) -> Callable[[], tuple[World, Attempt]]:
    """Ask for a prescription whose record was changed."""
    return lambda: _asking(
        World(data=_with_record(rx_number, **changes)), (PATIENT_OF[rx_number], rx_number), pharmacy_id
    )


def in_data(rx_number: str, pharmacy_id: str = HEB, **changes: Any) -> Callable[[], tuple[World, Attempt]]:
    """Ask for a prescription in a world whose data was changed."""
    world_data = replace(demo_data(), **changes)
    return lambda: _asking(World(data=world_data), (PATIENT_OF[rx_number], rx_number), pharmacy_id)


def reported(kind: ReportKind, subject: str, rx_number: str) -> Callable[[], tuple[World, Attempt]]:
    """Ask after the patient reported something of themselves."""

    def arrange() -> tuple[World, Attempt]:
        world, of = World(), (PATIENT_OF[rx_number], rx_number)
        session_id = world.sessions.start(of[0]).session_id
        world.cases.report(of[0], session_id, Report(kind, subject), "A pharmacist looks at it.")
        return _asking(world, of, HEB)

    return arrange


def submit(change: Callable[[World, Quote], tuple[Quote, Consent]]) -> Callable[[], tuple[World, Attempt]]:
    """Submit a good quote for lisinopril after something was changed about it, its consent or the world."""

    def arrange() -> tuple[World, Attempt]:
        world = World()
        quote, consent = change(world, world.quoted())
        return world, lambda: world.orders.submit(quote, consent)

    return arrange


def forged(**changes: Any) -> Callable[[], tuple[World, Attempt]]:
    """Submit a quote that was altered after it was made."""
    return submit(lambda world, quote: (replace(quote, **changes), world.consent(quote)))


def consented(**changes: Any) -> Callable[[], tuple[World, Attempt]]:
    """Submit with a consent that was altered."""
    return submit(lambda world, quote: (quote, replace(world.consent(quote), **changes)))


def _asking(world: World, of: tuple[str, str], pharmacy_id: str) -> tuple[World, Attempt]:
    return world, lambda: world.ordered(of, pharmacy_id)


def _with_record(rx_number: str, **changes: Any) -> MockData:
    items = tuple(
        replace(item, **changes) if item.rx_number == rx_number else item for item in demo_data().prescriptions
    )
    return replace(demo_data(), prescriptions=items)


def _approval(status: str = "approved", days: int = 30, starts: int = -30) -> dict[str, Any]:
    """A prior authorization for adalimumab in place of the one on file."""
    known = demo_data().authorizations[0]
    return {
        "authorizations": (
            Authorization(
                known.patient_id,
                known.generic_name,
                status,
                TODAY + timedelta(days=days),
                known.reference,
                TODAY + timedelta(days=starts),
            ),
        )
    }


def _formulary(**changes: Any) -> dict[str, Any]:
    """A formulary that says something of lisinopril."""
    noted = replace(FormularyEntry("BCBS_TX_PPO", "lisinopril", 1), **changes)
    return {"formulary": (*demo_data().formulary, noted)}


def _patients(patient_id: str, **changes: Any) -> dict[str, Any]:
    people = tuple(replace(each, **changes) if each.patient_id == patient_id else each for each in demo_data().patients)
    return {"patients": people}


def _places(pharmacy_id: str, **changes: Any) -> dict[str, Any]:
    places = tuple(
        replace(each, **changes) if each.pharmacy_id == pharmacy_id else each for each in demo_data().pharmacies
    )
    return {"pharmacies": places}


def _also_taking(drug: str, **changes: Any) -> dict[str, Any]:
    """Another prescription of lisinopril's patient, filled ten days ago."""
    lisinopril = next(item for item in demo_data().prescriptions if item.rx_number == LISINOPRIL[1])
    plain = {"rx_number": "RX999950", "generic_name": drug, "drug": drug, "fills": (TODAY - timedelta(days=10),)}
    return {"prescriptions": (*demo_data().prescriptions, replace(lisinopril, **{**plain, **changes}))}


# -- what happens between the quote and the yes --------------------------------------------------------------------------


def _later(world: World, quote: Quote) -> tuple[Quote, Consent]:
    consent = world.consent(quote)
    world.wait(minutes=31)
    return quote, consent


def _quoted_again(world: World, quote: Quote) -> tuple[Quote, Consent]:
    world.quoted(LISINOPRIL, HEB, quote.session_id)
    return quote, world.consent(quote)


def _turned_down(world: World, quote: Quote) -> tuple[Quote, Consent]:
    world.orders.withdraw(quote.session_id, [quote.quote_id], "dropped")
    return quote, world.consent(quote)


def _cancelled(world: World, quote: Quote) -> tuple[Quote, Consent]:
    order = world.submitted(quote)
    world.orders.cancel(order.patient_id, order.order_id)
    return quote, world.consent(quote)


def _ordered_elsewhere(world: World, quote: Quote) -> tuple[Quote, Consent]:
    world.ordered(LISINOPRIL, HEB)
    return quote, world.consent(quote)


def _conversation_ended(world: World, quote: Quote) -> tuple[Quote, Consent]:
    consent = world.consent(quote)
    world.sessions.end(quote.session_id)
    return quote, consent


def _emergency(world: World, quote: Quote) -> tuple[Quote, Consent]:
    world.cases.open(
        quote.patient_id, quote.session_id, Route.PHARMACIST, "emergency: overdose", ["EMERGENCY"], "Call 911.", True
    )
    return quote, world.consent(quote)


def _pregnancy_told(world: World, quote: Quote) -> tuple[Quote, Consent]:
    report = Report(ReportKind.PREGNANCY, "")
    world.cases.report(quote.patient_id, quote.session_id, report, "A pharmacist looks at it.")
    return quote, world.consent(quote)


def _of_another_quote(world: World, quote: Quote) -> tuple[Quote, Consent]:
    other = world.quoted(("patient_001", "RX100103"), CVS, quote.session_id)
    return quote, world.consent(other)


def _of_another_conversation(world: World, quote: Quote) -> tuple[Quote, Consent]:
    other = world.sessions.start(quote.patient_id).session_id
    return quote, replace(world.consent(quote), session_id=other)


def _of_another_patient(world: World, quote: Quote) -> tuple[Quote, Consent]:
    other = world.sessions.start("patient_002").session_id
    return quote, replace(world.consent(quote), session_id=other)


def _dearer() -> tuple[World, Attempt]:
    world = World()
    quote = world.quoted()
    dearer = World(store=world.store, data=with_dearer_prices(demo_data()))
    return dearer, lambda: dearer.orders.submit(quote, world.consent(quote))


def _last_pack_taken() -> tuple[World, Attempt]:
    world = World()
    quote = world.quoted(INSULIN, WALMART)
    world.ordered(INSULIN_OF_ANOTHER, WALMART)
    return world, lambda: world.submitted(quote)


def _right_after_an_order() -> tuple[World, Attempt]:
    world = World()
    world.ordered()
    return world, lambda: world.ordered()


def _all_refills_used() -> tuple[World, Attempt]:
    world = World()
    for _ in range(3):
        order = world.ordered()
        for status in (OrderStatus.VERIFYING, OrderStatus.FILLING, OrderStatus.READY, OrderStatus.PICKED_UP):
            world.orders.advance(order.order_id, status, "pharmacist")
        world.wait(days=30)
    return world, lambda: world.ordered()


def _without_a_conversation_of_its_own() -> tuple[World, Attempt]:
    world = World()
    quote = world.quoted()
    stranger = Consent(quote.quote_id, "no-such-conversation", world.at, "words")
    return world, lambda: world.orders.submit(quote, stranger)


def _denied_authorization() -> tuple[World, Attempt]:
    world, of = World(), ("patient_003", "RX100301")
    session_id = world.sessions.start(of[0]).session_id
    case = world.cases.open(of[0], session_id, Route.INSURER, "PRIOR_AUTHORIZATION", [], "asked", rx_number=of[1])
    world.cases.advance(case.case_id, CaseStep.DENIED, "plan")
    return _asking(world, of, HEB)


_DAILY_METHOTREXATE = {"generic_name": "methotrexate", "drug": "methotrexate", "strength": "2.5 mg"}
_OPIOID = {
    "generic_name": "hydrocodone-acetaminophen",
    "drug": "acetaminophen / hydrocodone",
    "strength": "10 mg-325 mg",
}
_NONE_OPEN = WeeklyHours(None, None, None)

BAD_ORDERS: tuple[BadOrder, ...] = (
    # The prescription cannot be filled.
    BadOrder("an expired prescription", "EXPIRED", ask("RX100106")),
    BadOrder("a controlled one after six months", "EXPIRED", ask("RX100203")),
    BadOrder("one on hold", "EXPIRED", changed("RX100101", status="on hold")),
    BadOrder("one that was discontinued", "EXPIRED", changed("RX100101", status="discontinued")),
    BadOrder("one that another pharmacy holds", "EXPIRED", changed("RX100101", status="transferred")),
    BadOrder("one written a day more than a year ago", "EXPIRED",
             changed("RX100101", written_on=TODAY - timedelta(days=366))),
    BadOrder("one dated tomorrow", "TOO_SOON", changed("RX100101", written_on=TODAY + timedelta(days=1))),
    BadOrder("no refills left", "NO_REFILLS", ask("RX100102")),
    BadOrder("an inhaler without refills", "NO_REFILLS", ask("RX100903", CHILDREN)),
    BadOrder("an antibiotic without refills", "NO_REFILLS", ask("RX100702")),
    BadOrder("a refill below zero", "NO_REFILLS", changed("RX100101", refills_remaining=-1)),
    BadOrder("the sixth refill of a schedule IV medicine", "NO_REFILLS",
             changed("RX100204", refills_authorized=11, refills_remaining=6)),
    BadOrder("every refill used up here", "NO_REFILLS", _all_refills_used),
    BadOrder("too soon", "TOO_SOON", ask("RX100104")),
    BadOrder("too soon after ninety days", "TOO_SOON", ask("RX101007")),
    BadOrder("filled today", "TOO_SOON", changed("RX100101", fills=(TODAY,))),
    BadOrder("filled tomorrow", "TOO_SOON", changed("RX100101", fills=(TODAY + timedelta(days=1),))),
    BadOrder("a controlled medicine at 75 percent", "TOO_SOON",
             changed("RX100204", fills=(TODAY - timedelta(days=23),))),
    BadOrder("ordered a moment ago", "TOO_SOON", _right_after_an_order),
    BadOrder("a schedule II opioid", "CONTROLLED", ask("RX100801")),
    BadOrder("a schedule II stimulant for a child", "CONTROLLED", ask("RX100902", CHILDREN)),
    BadOrder("a medicine that no table lists", "CONTROLLED",
             changed("RX100101", drug="mystery root", generic_name="mystery root")),
    BadOrder("a medicine in a risk programme", "REMS", ask("RX101301")),
    # The patient and the medicine do not go together.
    BadOrder("an allergy to the class", "ALLERGY", ask("RX100304")),
    BadOrder("an allergy across classes after anaphylaxis", "ALLERGY", ask("RX101401")),
    BadOrder("an allergy that was reported in chat", "ALLERGY", reported(ReportKind.ALLERGY, "omeprazole", "RX100103")),
    BadOrder("a side effect that was reported in chat", "ALLERGY", reported(ReportKind.REACTION, "meloxicam", "RX100105")),
    BadOrder("pregnancy on file", "PREGNANCY", ask("RX101302")),
    BadOrder("pregnancy reported in chat", "PREGNANCY", reported(ReportKind.PREGNANCY, "", "RX100101")),
    BadOrder("breastfeeding reported in chat", "PREGNANCY", reported(ReportKind.BREASTFEEDING, "", "RX100201")),
    BadOrder("a contraindicated pair", "INTERACTION", ask("RX100701")),
    BadOrder("a major pair", "INTERACTION", ask("RX100703")),
    BadOrder("a benzodiazepine beside an opioid", "INTERACTION", ask("RX100802")),
    BadOrder("gabapentin beside an opioid", "INTERACTION", ask("RX100803")),
    BadOrder("a medicine reported in chat that interacts", "INTERACTION", reported(ReportKind.MEDICINE, "lithium", "RX100101")),
    BadOrder("the same ingredient twice", "DUPLICATE_THERAPY", in_data("RX100101", **_also_taking("lisinopril"))),
    BadOrder("above the label's daily maximum", "DOSE", ask("RX101204")),
    BadOrder("directions that make no sense", "DOSE", changed("RX100101", sig="Take 50 tablets by mouth every hour")),
    BadOrder("no readable directions and a huge quantity", "DOSE",
             changed("RX100101", sig="Use as directed", quantity=3000)),
    BadOrder("directions by body weight", "DOSE", changed("RX100101", sig="Take 1 mg/kg by mouth once daily")),
    BadOrder("methotrexate every day", "DOSE",
             changed("RX100403", **_DAILY_METHOTREXATE, sig="Take 1 tablet by mouth once daily")),
    BadOrder("acetaminophen over its ceiling", "DOSE",
             changed("RX100101", generic_name="acetaminophen", drug="acetaminophen", strength="500 mg", quantity=300,
                     sig="Take 2 tablets by mouth every 4 hours")),
    BadOrder("a minor without an adult on file", "NOT_FOUND",
             in_data("RX100901", CHILDREN, **_patients("patient_009", guardian=None))),
    # The numbers cannot be right.
    BadOrder("a quantity of zero", "QUANTITY_LIMIT", changed("RX100101", quantity=0)),
    BadOrder("a negative quantity", "QUANTITY_LIMIT", changed("RX100101", quantity=-30)),
    BadOrder("a fractional quantity", "QUANTITY_LIMIT", changed("RX100101", quantity=30.5)),
    BadOrder("a huge quantity", "QUANTITY_LIMIT", changed("RX100101", quantity=10**9)),
    BadOrder("a supply of no days", "QUANTITY_LIMIT", changed("RX100101", days_supply=0)),
    BadOrder("a supply of minus thirty days", "QUANTITY_LIMIT", changed("RX100101", days_supply=-30)),
    BadOrder("a supply of two years", "QUANTITY_LIMIT", changed("RX100101", days_supply=730, quantity=730,
                                                                 fills=(TODAY - timedelta(days=700),))),
    BadOrder("ninety tablets as thirty days", "QUANTITY_LIMIT", changed("RX100101", quantity=90)),
    BadOrder("more refills left than were authorized", "QUANTITY_LIMIT", changed("RX100101", refills_remaining=99)),
    BadOrder("ninety days of a controlled medicine in New York", "QUANTITY_LIMIT",
             in_data("RX100204", CVS, **(_places(CVS, state="NY") | {
                 "prescriptions": _with_record("RX100204", quantity=90, days_supply=90,
                                               fills=(TODAY - timedelta(days=89),)).prescriptions}))),
    # The plan does not allow it.
    BadOrder("no prior authorization", "PRIOR_AUTHORIZATION", ask("RX100301")),
    BadOrder("a prior authorization that was denied here", "PRIOR_AUTHORIZATION", _denied_authorization),
    BadOrder("a prior authorization that ended yesterday", "PRIOR_AUTHORIZATION",
             in_data("RX101101", **_approval(days=-1))),
    BadOrder("a prior authorization that begins tomorrow", "PRIOR_AUTHORIZATION",
             in_data("RX101101", **_approval(starts=1))),
    BadOrder("a prior authorization that waits", "PRIOR_AUTHORIZATION",
             in_data("RX101101", **_approval(status="pending"))),
    BadOrder("step therapy not done", "STEP_THERAPY", ask("RX101103")),
    BadOrder("not covered", "NOT_COVERED", in_data("RX100101", **_formulary(covered=False))),
    BadOrder("over the plan's quantity limit", "QUANTITY_LIMIT",
             in_data("RX100101", **_formulary(quantity_limit=QuantityLimit(15, "tablet", 30)))),
    # The pharmacy cannot do it.
    BadOrder("out of stock", "OUT_OF_STOCK", ask("RX101201", CVS)),
    BadOrder("the last pack, taken a moment ago", "OUT_OF_STOCK", _last_pack_taken),
    BadOrder("a controlled medicine by mail", "OUT_OF_STOCK", ask("RX100204", MAIL)),
    BadOrder("an adult at the children's pharmacy", "OUT_OF_STOCK", ask("RX100101", CHILDREN)),
    BadOrder("an unknown pharmacy", "UNKNOWN_PHARMACY", ask("RX100101", "PH999")),
    BadOrder("no pharmacy", "UNKNOWN_PHARMACY", ask("RX100101", "")),
    BadOrder("an attack in place of a pharmacy", "UNKNOWN_PHARMACY", ask("RX100101", "PH003'; DROP TABLE orders; --")),
    BadOrder("a pharmacy that never opens", "PHARMACY_CLOSED",
             in_data("RX100101", CVS, **_places(CVS, hours=_NONE_OPEN))),
    BadOrder("a medicine without a price", "NO_PRICE", in_data("RX100101", prices=())),
    # It is not this patient's.
    BadOrder("another patient's prescription", "NOT_FOUND", ask("RX100201", patient_id="patient_001")),
    BadOrder("a child's prescription for an adult", "NOT_FOUND", ask("RX100901", patient_id="patient_001")),
    BadOrder("a medicine that was never prescribed", "NOT_FOUND", ask("RX999999", patient_id="patient_001")),
    BadOrder("a medicine's name in place of a number", "NOT_FOUND", ask("oxycodone", patient_id="patient_001")),
    BadOrder("no prescription at all", "NOT_FOUND", ask("", patient_id="patient_001")),
    BadOrder("an endless number", "NOT_FOUND", ask("RX" + "1" * 10_000, patient_id="patient_001")),
    # The patient did not agree to it.
    BadOrder("consent to another quote", "NO_CONSENT", submit(_of_another_quote)),
    BadOrder("consent from another conversation", "NO_CONSENT", submit(_of_another_conversation)),
    BadOrder("another patient's consent", "NO_CONSENT", submit(_of_another_patient)),
    BadOrder("consent from nowhere", "NO_CONSENT", _without_a_conversation_of_its_own),
    BadOrder("consent from before the quote", "NO_CONSENT",
             submit(lambda world, quote: (quote, replace(world.consent(quote), given_at=quote.quoted_at - timedelta(seconds=1))))),
    BadOrder("consent from the future", "NO_CONSENT",
             submit(lambda world, quote: (quote, replace(world.consent(quote), given_at=world.at + timedelta(minutes=1))))),
    BadOrder("consent at an unknown instant", "NO_CONSENT",
             submit(lambda world, quote: (quote, replace(world.consent(quote), given_at=world.at.replace(tzinfo=None))))),
    BadOrder("consent by a model's word", "NO_CONSENT", consented(means="model")),
    BadOrder("consent by silence", "NO_CONSENT", consented(means="")),
    BadOrder("consent in a conversation that has ended", "NO_CONSENT", submit(_conversation_ended)),
    # It is not what was shown.
    BadOrder("an invented quote", "QUOTE_MISMATCH", forged(quote_id="QT-0000-0000")),
    BadOrder("a quantity changed to minus one", "QUOTE_MISMATCH", forged(quantity=-1)),
    BadOrder("a quantity changed to zero", "QUOTE_MISMATCH", forged(quantity=0)),
    BadOrder("a quantity changed to a billion", "QUOTE_MISMATCH", forged(quantity=10**9)),
    BadOrder("a quantity changed to a fraction", "QUOTE_MISMATCH", forged(quantity=30.5)),
    BadOrder("a price changed to nothing", "QUOTE_MISMATCH", forged(patient_pays=Decimal("0.00"))),
    BadOrder("a price below nothing", "QUOTE_MISMATCH", forged(patient_pays=Decimal("-5.00"))),
    BadOrder("another medicine under the same quote", "QUOTE_MISMATCH", forged(rx_number="RX100103")),
    BadOrder("another strength on the label", "QUOTE_MISMATCH", forged(medication="lisinopril 40 mg tablet")),
    BadOrder("another patient under the same quote", "QUOTE_MISMATCH", forged(patient_id="patient_002")),
    BadOrder("another pharmacy under the same quote", "QUOTE_MISMATCH", forged(pharmacy_id=HEB)),
    BadOrder("another fill under the same quote", "QUOTE_MISMATCH", forged(fill_number=99)),
    BadOrder("ready before it was asked for", "QUOTE_MISMATCH",
             submit(lambda world, quote: (replace(quote, ready_at=quote.ready_at - timedelta(days=9)), world.consent(quote)))),
    # It no longer stands.
    BadOrder("a yes after half an hour", "QUOTE_EXPIRED", submit(_later)),
    BadOrder("an older quote of the same conversation", "QUOTE_SUPERSEDED", submit(_quoted_again)),
    BadOrder("a quote that was turned down", "QUOTE_WITHDRAWN", submit(_turned_down)),
    BadOrder("a replay after a cancel", "QUOTE_USED", submit(_cancelled)),
    BadOrder("the same fill at two pharmacies", "ALREADY_ORDERED", submit(_ordered_elsewhere)),
    BadOrder("a price that has changed", "PRICE_CHANGED", _dearer),
    BadOrder("a yes after an emergency", "EMERGENCY", submit(_emergency)),
    BadOrder("a yes after a pregnancy was told", "PREGNANCY", submit(_pregnancy_told)),
)  # fmt: skip
