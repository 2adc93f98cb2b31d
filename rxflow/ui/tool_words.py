"""What each of the assistant's tools did, in a patient's words."""

from collections.abc import Mapping
from types import MappingProxyType

from rxflow.domain.patient import Language

_TOOL_WORDS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "select_prescription": {
            "en": "Found your prescription and ran the refill checks",
            "es": "Encontré su receta e hice las revisiones del resurtido",
        },
        "confirm_dosage": {"en": "Noted your answer on the label", "es": "Anoté su respuesta sobre la etiqueta"},
        "select_pharmacy": {"en": "Looked at the pharmacy and the price", "es": "Miré la farmacia y el precio"},
        "submit_refill_order": {"en": "Sent the order to the pharmacy", "es": "Envié el pedido a la farmacia"},
        "cancel_refill_order": {"en": "Stopped or cancelled the request", "es": "Paré o cancelé la solicitud"},
        "escalate_to_care_team": {"en": "Asked a person to help you", "es": "Pedí que una persona le ayude"},
        "patient_medication_history": {"en": "Read your prescriptions", "es": "Leí sus recetas"},
        "check_medication_adherence": {"en": "Looked at your refill dates", "es": "Miré las fechas de sus resurtidos"},
        "check_patient_allergies": {"en": "Read your allergies", "es": "Leí sus alergias"},
        "rxnorm_medication_lookup": {"en": "Looked up the medicine", "es": "Busqué la medicina"},
        "verify_medication_dosage": {"en": "Checked the dose", "es": "Revisé la dosis"},
        "check_drug_interactions": {
            "en": "Compared it with your other medicines",
            "es": "La comparé con sus otras medicinas",
        },
        "find_nearby_pharmacies": {"en": "Looked for pharmacies near you", "es": "Busqué farmacias cercanas"},
        "check_pharmacy_inventory": {"en": "Checked the pharmacy's stock", "es": "Revisé las existencias"},
        "get_pharmacy_wait_times": {"en": "Asked how long the wait is", "es": "Pregunté cuánto hay que esperar"},
        "get_pharmacy_details": {"en": "Looked up the pharmacy", "es": "Busqué los datos de la farmacia"},
        "goodrx_price_lookup": {"en": "Compared prices", "es": "Comparé precios"},
        "check_insurance_formulary": {"en": "Checked your insurance plan", "es": "Revisé su plan de seguro"},
        "compare_brand_generic_prices": {
            "en": "Compared brand and generic prices",
            "es": "Comparé precios de marca y genérico",
        },
        "prior_authorization_lookup": {
            "en": "Looked for an approval by your plan",
            "es": "Busqué una aprobación de su plan",
        },
        "track_refill_order": {"en": "Looked up your order", "es": "Busqué su pedido"},
    }
)


def tool_words(tool: str, language: Language) -> str:
    """What a tool did, or its own name made readable when the table does not have it."""
    known = _TOOL_WORDS.get(tool)
    return known[language] if known else tool.replace("_", " ").capitalize()
