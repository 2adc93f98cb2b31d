"""The pages' own words in each language. What the assistant says comes with the conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rxflow.domain.patient import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What headings, buttons and notices say in one language. Braces are filled in by the page."""

    # Sign-in
    tagline: str
    demonstration: str
    choose_patient: str
    years: str
    prescriptions: str
    guardian: str
    spanish: str
    continue_as: str
    # Conversation
    disclosure: str
    on_behalf: str
    switch_patient: str
    input_hint: str
    working: str
    # Progress
    steps: tuple[str, str, str, str, str]
    progress: str
    with_prescriber: str
    with_pharmacist: str
    with_insurer: str
    nothing_to_do: str
    failed_state: str
    emergency: str
    # What was checked
    checked: str
    check_ok: str
    check_failed: str
    blocks: str
    warns: str
    informs: str
    # Orders
    confirm_title: str
    confirm_hint: str
    medicine: str
    amount: str
    pharmacy: str
    you_pay: str
    insurance_pays: str
    no_insurance: str
    ready: str
    place_order: str
    other_pharmacy: str
    cancel: str
    order_placed: str
    order_cancelled: str
    order_number: str
    pharmacist_check: str
    # Trouble
    trouble: str
    trouble_unknown: str
    moved_on: str
    other_patient: str


ENGLISH = Wording(
    tagline="Refill your prescriptions by chatting with an AI assistant that checks every step with your pharmacy.",
    demonstration="This is a demonstration with made-up patients: there is no password, and nothing is dispensed.",
    choose_patient="Choose a demo patient",
    years="{years} years old",
    prescriptions="{count} prescriptions on file",
    guardian="{name} ({relationship}) speaks for {child}",
    spanish="Español",
    continue_as="Continue as {name}",
    disclosure="AI assistant, not a pharmacist",
    on_behalf="for {name}",
    switch_patient="Switch patient",
    input_hint="Write your message",
    working="Checking with your pharmacy …",
    steps=("Medication", "Details", "Pharmacy", "Confirm", "Done"),
    progress="Progress of your refill",
    with_prescriber="With your prescriber",
    with_pharmacist="With a pharmacist",
    with_insurer="With your insurance plan",
    nothing_to_do="Nothing was ordered for this one. You can ask for something else meanwhile.",
    failed_state="That step failed. Nothing was ordered in it; please try again.",
    emergency="Emergency",
    checked="What I checked",
    check_ok="done",
    check_failed="not possible",
    blocks="Stops this refill",
    warns="Please note",
    informs="Good to know",
    confirm_title="Confirm your order",
    confirm_hint="Nothing is ordered until you say yes.",
    medicine="Medicine",
    amount="Amount",
    pharmacy="Pharmacy",
    you_pay="You pay",
    insurance_pays="Insurance pays",
    no_insurance="No insurance is billed",
    ready="Ready",
    place_order="Place this order",
    other_pharmacy="Choose another pharmacy",
    cancel="Cancel",
    order_placed="Order placed",
    order_cancelled="Order cancelled",
    order_number="Order number",
    pharmacist_check="A pharmacist checks every fill before it is handed out.",
    trouble="That did not work. Your conversation so far is kept.",
    trouble_unknown="Something went wrong on our side. Your conversation so far is kept. "
    "Please reload this page and try again, or call your pharmacy.",
    moved_on="That button belonged to an earlier step, so nothing was sent. Here is where the conversation is now.",
    other_patient="Another conversation was opened in this browser, so nothing was sent. Here is that conversation.",
)

SPANISH = Wording(
    tagline="Resurta sus recetas conversando con un asistente de IA que revisa cada paso con su farmacia.",
    demonstration="Esto es una demostración. Los pacientes son inventados: no hay contraseña y nada se entrega.",
    choose_patient="Elija un paciente de demostración",
    years="{years} años",
    prescriptions="{count} recetas registradas",
    guardian="{name} ({relationship}) habla por {child}",
    spanish="Español",
    continue_as="Continuar como {name}",
    disclosure="Asistente de IA, no un farmacéutico",
    on_behalf="para {name}",
    switch_patient="Cambiar de paciente",
    input_hint="Escriba su mensaje",
    working="Revisando con su farmacia …",
    steps=("Medicina", "Detalles", "Farmacia", "Confirmar", "Listo"),
    progress="Avance de su resurtido",
    with_prescriber="Con su médico",
    with_pharmacist="Con un farmacéutico",
    with_insurer="Con su plan de seguro",
    nothing_to_do="De esta no se pidió nada. Mientras tanto puede pedir otra cosa.",
    failed_state="Ese paso falló. No se pidió nada en él; por favor, intente de nuevo.",
    emergency="Emergencia",
    checked="Lo que revisé",
    check_ok="hecho",
    check_failed="no fue posible",
    blocks="Detiene este resurtido",
    warns="Tenga en cuenta",
    informs="Es bueno saberlo",
    confirm_title="Confirme su pedido",
    confirm_hint="No se pide nada hasta que usted diga que sí.",
    medicine="Medicina",
    amount="Cantidad",
    pharmacy="Farmacia",
    you_pay="Usted paga",
    insurance_pays="Su seguro paga",
    no_insurance="No se cobra a ningún seguro",
    ready="Listo",
    place_order="Hacer este pedido",
    other_pharmacy="Elegir otra farmacia",
    cancel="Cancelar",
    order_placed="Pedido hecho",
    order_cancelled="Pedido cancelado",
    order_number="Número de pedido",
    pharmacist_check="Un farmacéutico revisa cada surtido antes de entregarlo.",
    trouble="Eso no funcionó. Su conversación hasta aquí se conserva.",
    trouble_unknown="Algo falló de nuestro lado. Su conversación hasta aquí se conserva. "
    "Por favor, recargue esta página e intente de nuevo, o llame a su farmacia.",
    moved_on="Ese botón era de un paso anterior, así que no se envió nada. Aquí está la conversación como va ahora.",
    other_patient="Se abrió otra conversación en este navegador, así que no se envió nada. Aquí está esa conversación.",
)

_WORDING: Mapping[Language, Wording] = MappingProxyType({"en": ENGLISH, "es": SPANISH})


def wording(language: Language) -> Wording:
    """The pages' words in a patient's language."""
    return _WORDING[language]
