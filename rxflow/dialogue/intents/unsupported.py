"""Pharmacy matters that this assistant cannot do, by whom it sends the patient to."""

from rxflow.dialogue.intents.intent import Intent, Topic
from rxflow.dialogue.intents.rows import row
from rxflow.dialogue.intents.words import MEDICINE

_PRESCRIBER = r"(?:doctors?|docs?|dr|prescriber|nurse practitioner|doctora|medico|medica|physician|specialist|dermatologist|dentist|cardiologist|np)"
TRANSFER = row(
    Intent.UNSUPPORTED,
    rf"\b(?:transfer|move|bring)(?:ring|red|ed)? (?:\w+ ){{0,4}}{MEDICINE} (?:\w+ ){{0,4}}(?:from|to|over|out|here)\b(?! (?:a )?(?:person|human|pharmacist))",
    rf"\btransfer (?:\w+ ){{0,3}}(?:{MEDICINE}|it|them|everything|from|in|out)\b|\bswitch (?:\w+ ){{0,2}}prescriptions? (?:over )?(?:to|from)\b",
    r"\b(?:pull|bring|get|move) (?:them|those|these|everything|my stuff|all of (?:it|them)) (?:all )?(?:over|across)\b(?! (?:with|again|the counter))",
    r"\b(?:pull|bring) (?:my|all my|our|the) (?:\w+ ){0,2}(?:from|over (?:from|to))\b|\bfrom (?:my|the|an) (?:old|other|previous|former) pharmacy\b|\bde (?:mi|la|otra) (?:otra |vieja )?farmacia (?:anterior|vieja|pasada)\b",
    r"\bcambiar (?:mis?|las?) recetas? (?:de|a otra) farmacia\b",
    r"\b(?:transfer\w*|transfier\w*|trasfer\w*|pas(?:ar|en|e|eme|arme)|mover|mueva\w*|traer|traigan?) (?!por\b)(?:\w+ )?(?:mi|mis|la|las|una|todas mis) recetas?\b.{0,40}\b(?:al?|del?|desde|para|otra)\b",
    topic=Topic.TRANSFER,
)
NEW_PRESCRIPTION = row(
    Intent.UNSUPPORTED,
    rf"\b{_PRESCRIBER}\b(?!.{{0,120}}\b(?:prior|authori[sz]|autoriza|approv)).{{0,60}}\b(?:new|sent|send(?:ing)?|called in|calling in|wrote|fax\w*|prescribed)\b.{{0,30}}\b(?:prescription|something|rx|order|medicine|antibiotic|new)\b",
    rf"\b{_PRESCRIBER}\b.{{0,40}}\b(?:chang\w+|bump\w*|rais\w+|lower\w*|increas\w+|upp?ed|doubl\w+|switch\w+|cut|adjust\w*|put me up)\b.{{0,30}}\b(?:dose|dosage|strength|mg|me to|to \d+)\b",
    r"\b(?:doctora?|dr|medic[oa])\b.{0,40}\b(?:mando|envio|cambio|subio|bajo|receto)\b.{0,30}\b(?:nueva|receta|dosis|otra)\b",
    rf"\b{_PRESCRIBER}\b.{{0,60}}\b(?:(?:wants?|wanted|moved) me (?:on|at|to|up|down|taking)|going (?:up|down))\b.{{0,40}}(?:\binstead\b|\b\d+\b|\bnow\b|\bhigher\b|\blower\b|\bnew\b)",
    rf"\b(?:need|want|have|get|ask|tell|call|contact|fax|message|email)\b(?: \w+){{0,2}} {_PRESCRIBER}\b(?!.{{0,120}}\b(?:prior|authori[sz]|autoriza|approv|refill)).{{0,40}}\b(?:write|prescribe|call (?:it |one |something )?in|send (?:you|me|in|over)|give me|order me)\b",
    r"\b(?:(?<!do i )(?<!will i )(?<!would i )(?<!if i )need|have|got|want|get|with|drop off|submit|upload|is a) (?:an? |my |the )?(?:brand )?new (?:prescription|rx|medication|medicine)\b(?! card)",
    rf"\b{_PRESCRIBER}\b.{{0,30}}\b(?:says?|said|told me|wants me|asked me)(?: to)? (?:double|halve|cut|increase|raise|lower|change)\b|\bpaper prescriptions?\b|\b{_PRESCRIBER}(?:'s)? note\b"
    r"|\bnecesito (?:una )?receta para (?:la |el )?(?:tos|gripa|gripe|fiebre|garganta|infeccion|nauseas?|dolor)\b",
    r"\bme (?:subi|baj|cambi|aument)\w+ (?:la|el|mi) (?:dosis|medicina|medicamento|receta)\b|\bgave me (?:something|a) new\b|\b(?:mail|fax|send|bring) (?:you )?(?:the|my|a) (?:paper |written )?prescription\b(?! (?:to|in the mail))",
    r"\b(?:drop(?:ping)? off|bring in|upload|scan|photo of|picture of|a paper) (?:an? |my |the )?(?:\w+ )?prescriptions?\b|\b(?:can|could|will) you (?:prescribe|write me)\b|\bprescribe me\b|\bwrite me (?:something for|an? (?:\w+ )?prescription)\b"
    r"|\b(?:me puede[ns]?|puede[ns]?|podria[ns]?) recetar\b|\b(?:recet(?:eme|arme|ame)|que me recete[n]?)\b",
    r"\b(?<!ya ocupo )(?<!ya necesito )(?:una )?receta nueva\b|\bnueva receta\b|\b(?:write|give|prescribe|get) me a(?:nother)? (?:different )?prescription\b",
    topic=Topic.NEW_PRESCRIPTION,
)
_CHANGE = r"(?:updat\w*|chang\w+|correct\w*|add|switch\w*|fix|edit|replac\w+|enter|have a|got a|my)"
DETAILS = row(
    Intent.UNSUPPORTED,
    rf"\b(?<!by )(?<!with )(?<!under )(?<!will )(?<!does ){_CHANGE} (?:\w+ ){{0,3}}(?:insurance(?! cover)|address|email|phone number|contact info\w*|last name|credit card|payment method|date of birth|insurance card)\b(?<!my insurance)(?<!my address)(?<!my email)(?<!my phone number)"
    rf"|\b(?:updat\w*|chang\w+|correct\w*|add|fix|edit) (?:\w+ ){{0,2}}my (?:\w+ )?(?:insurance|address|email|phone number|number|name|card)\b|\b(?<!by my )(?<!with my )(?<!under my )(?<!will my )(?<!does my )(?<!on my )new (?:insurance|address|card|phone number|last name)\b",
    r"\b(?<!by my )(?<!with my )(?<!under my )(?<!will my )(?<!does my )(?<!on my )new (?:\w+ ){1,2}(?:insurance|card|address|phone number|plan|policy|email)\b|\baddress (?:(?:that )?(?:you|yall|y'all)(?:'ve)? (?:have|got|all have)(?: on file| for me)? )?(?:is |has )?(?:not|no longer|wrong|old|outdated|out of date|is not|changed)\b|\bmoved\b.{0,60}\baddress\b",
    r"\b(?:reset|forgot|change) (?:my )?(?:password|pin|login)\b|\b(?:close|delete|deactivate) my (?:account|profile)\b|\bchang\w+ (?:my )?(?:residence|home|house)\b|\bgot (?:married|divorced)\b|\b(?:update|change|correct|fix) (?:my )?(?:info\w*|details|profile|account|contact|records?|birthday|birth date)\b",
    r"\b(?:insurance|address|phone number|email|card|last name) (?:has |was |is |have |it |that )?(?:chang\w+|wrong|expired|outdated|different now)\b",
    r"\b(?:cambi\w+|actuali\w+|corregir|corrija|nuev[ao]|poner) (?:\w+ ){0,3}(?:direccion|domicilio|telefono|seguro|tarjeta|correo|apellido|aseguranza)\b"
    r"|\b(?:seguro|tarjeta|direccion) nuev[ao]\b|\bme mude\b",
    r"\b(?:child|kid|baby)[- ]?(?:proof|resistant|safety)\b.{0,20}\bcaps?\b|\bnon[- ]child|\beasy[- ]open (?:caps?|bottles?)|\blarger? (?:print|type|label)\b",
    topic=Topic.DETAILS,
)
VACCINE = row(
    Intent.UNSUPPORTED,
    r"\b(?:vaccin\w+|vax|vaxx\w*|jabs?|(?:hpv|mmr|tdap|rsv|pneumonia|tetanus|hepatitis|polio|meningitis|measles|chickenpox|travel|school) (?:shots?|boosters?)|shots? (?:for|before) (?:school|travel|my trip|college)|flu (?:jab|clinic)|strep test|flu shots?|covid (?:shots?|tests?|boosters?)|booster|shingles shot|immuni[sz]\w+|vacun\w+|inyeccion (?:de|para|contra) la (?:gripe|influenza|gripa))\b",
    r"\b(?:book|schedule|make|get) (?:me )?an? (?:appointment|visit)\b|\b(?:hacer|agendar|sacar) (?:una )?cita\b",
    topic=Topic.VACCINE,
)
BILL = row(
    Intent.UNSUPPORTED,
    r"\b(?:bill(?:ing|ed)?|invoice|refund\w*|rec(?:ei|ie|i)?pts?|over ?charged|double charged?|(?:got |was |been )?charged (?:me|twice|two times|my card|wrong|too much|for (?:something|it twice))|factura\w*|reembols\w+|devolucion|me cobraron|me estan cobrando|doble cobro|un cobro|cobro que|cargo (?:doble|que no)|(?:el|un|mi|mis) recibos?)\b",
    r"\bcharges? on my (?:card|statement|account|bank)\b|\b(?:balance|amount) (?:i owe|due on my|on my account)\b|\b(?:still|already) owe\b|\ba quien le pago\b|\bcuenta (?:por pagar|pendiente)\b|\b(?:fsa|hsa|tax) (?:receipt|form|statement|paperwork|purposes)\b",
    r"\b(?:pay|paying) (?:my|the) (?:bill|balance)\b|\bpagar (?:mi|la) (?:cuenta|factura)\b|\bmoney back\b|\breturn (?:\w+ ){0,2}(?:pills|medicines?|medication|unused)\b|\bdevolver (?:la|las|el|los|mi|mis) (?:medic\w+|past\w+|receta)",
    topic=Topic.BILL,
)
REMINDER = row(
    Intent.UNSUPPORTED,
    r"\bremind (?:me|us)\b(?! (?:what|how|when|which|why|if|again|who|where|everything|all|of (?:my|what|the|everything))|, what)|\breminders?\b|\brecordatorios?\b|\b(?:recuerd(?:eme|ame|enme)|recordar(?:me|le)|me recuerd(?:a|en|an|e)s?)\b(?! (?:que|para que|cual|cuant|como|cuando|donde))",
    r"\b(?<!supposed to )(?<!were to )(?:text|notify|alert|email|call|message) me (?:when|if|once|every|a)\b|\b(?:avis(?:eme|ame|enme|arme)|me avisan?|mand(?:eme|ame|arme) (?:un )?(?:mensaje|texto)) (?:\w+ )?(?:cuando|si)\b|\b(?:get|send me|sign me up for|turn on|want) (?:\w+ )?(?:alerts?|notifications?|text messages?)\b",
    r"\bauto(?:matic)?(?:ally)?[ -]?(?:refill|fill|ship|send)\w*\b|\bresurtido automatico\b|\bon autopilot\b|\bput (?:\w+ )?an alarm\b|\bset (?:up )?(?:an?|my) (?:alarm|timer)\b",
    topic=Topic.REMINDER,
)
UNSUPPORTED = (TRANSFER, NEW_PRESCRIPTION, DETAILS, VACCINE, BILL, REMINDER)
