"""Words that many phrases share."""

MEDICINE = (
    r"(?:prescriptions?|medicat\w+|medicines?|meds?|pills?|tablets?|tabs?|capsules?|drugs?|inhalers?|rx|refills?"
    r"|medicinas?|medicamentos?|recetas?|pastillas?|pastillitas?|tabletas?|capsulas?|remedios?|resurtidos?)"
)
PHARMACY = (
    r"(?:pharmac(?:y|ies)|drug ?stores?|stores?|locations?|places?|branch(?:es)?|farmacias?|tiendas?|sucursal(?:es)?)"
)
REQUEST = r"(?:orders?|refills?|prescriptions?|requests?|packages?|pedidos?|orden|ordenes|resurtidos?|recetas?)"
RELATIVE = (
    r"(?:wife|husband|spouse|mother|mom|mum|mama|father|dad|brother|sister|friend|buddy|neighbou?r|boss|partner|aunt"
    r"|uncle|cousin|co-?worker|colleague|roommate|boyfriend|girlfriend|fiancee?|niece|nephew|ex|nana"
    r"|grand(?:ma|mother|pa|father|parents)|(?:mother|father|sister|brother)[ -]in[ -]law|parents|comadre|compadre)"
)
RELATIVE_ES = (
    r"(?:espos[ao]|marido|mujer|madre|mama|papa|padre|herman[ao]|amig[ao]|vecin[ao]|abuel[ao]|abuelit[ao]|ti[ao]"
    r"|prim[ao]|suegr[ao]|cunad[ao]|novi[ao]|jef[ae]|compadre|comadre|sobrin[ao]|companer[ao])"
)
CHILD = r"(?:son|daughter|child|kids?|kiddo|baby|toddler|little (?:boy|girl|one)|hij[ao]s?|bebe|nin[ao]s?)"
PERSON = (
    r"(?:pharmacist|person|human(?: being)?|someone|somebody|agent|representative|rep|operator|technician|staff"
    r"|customer service|real|live|farmaceutic[oa]|persona|humano|alguien|operador[ao]?|agente)"
)
QUESTION = r"^(?:(?:hi|hello|hey|ok|okay|so|and|also|oiga|y|um|yes|no|wait|hola|please|yo|bro|well|is it true|do you know)[, ]+)*"
ASKS = (
    rf"{QUESTION}(?:which|what|where|who|does|do|did|is|are|can|could|has|any|anybody|anyone|cual|cuales|que|donde|hay"
    r"|tiene|tienen|will|would)\b"
)
