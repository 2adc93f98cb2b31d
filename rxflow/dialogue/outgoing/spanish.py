"""Ways to break a rule of speech in Spanish, on a laid-out message: lower case, without accents."""

import re
from itertools import product

from rxflow.dialogue.outgoing.rules import Act, RowBuilder, SpeechRule

_FRAGMENTS = {
    "object": r"(?:la|lo|las|los|sela|selo|selas|selos)\b",
    "gap": r"[^|\n]{0,40}?",
    "near": r"[^|\n]{0,20}?",
    "across": r"[^\n]{0,70}?",
    "start": r"(?:^|\|) ?(?:[-\u2022>+] |\d{1,2}[.)] )?",
    "adv": r"(?:(?:muy|mas|bastante|totalmente|completamente|perfectamente|generalmente|"
    r"absolutamente|tambien|un|una|poco|algo|solo|por lo general|en general|normalmente|probablemente|seguramente"
    r"|casi|igual|igualmente|basicamente|exactamente|practicamente|demasiado|ligeramente|del todo|bien|realmente"
    r"|considerad[oa]s?|siempre|esencialmente|relativamente|dentro de|en|de|lo|la|los|el|un tanto|a menudo) ){0,4}",
    "drug": r"[a-z]{2,18}(?:pril|sartan|statina|olol|dipino|formina|tiazida|profeno|oxetina|opram|"
    r"tralina|azol|cilina|micina|ciclina|oxacino|tidina|azepam|azolam|codona|fenol|fen|rizina|tadina|parina|xaban"
    r"|gliptina|gliflozina|glutida|tiroxina|semida|amina|terol|sona|solona|lukast|gabalina|triptan|zosina|xeno"
    r"|trexato|dronato)|insulina|aspirina|warfarina|tylenol|advil|motrin|aleve|gabapentina|litio|clonidina|xanax"
    r"|melatonina|antiacidos?|suplementos?|vitaminas?(?: [a-z]\d{0,2})?|estatinas?|antihistaminicos?|analgesicos?"
    r"|calmantes?|antibioticos?|laxantes?|esteroides?|zoloft|ozempic|lipitor",
    "noun": r"medicinas?|medicamentos?|medicacion|pastillas?|pildoras?|tabletas?|capsulas?|"
    r"comprimidos?|dosis|tratamiento|terapia|inyeccion(?:es)?|inhalador|unidades|gotas|<drug>",
    "med": r"(?:(?:su|sus|la|las|el|los|lo|un|una|unos|esa|ese|esta|este|otra|otro|mas|media|medio|"
    r"dos|tres|de|del|proxima|siguiente|misma|ambas|ambos|toda|todas|algun|alguna|cualquier|mg|\d{1,4}|tambien"
    r"|cada|usted) ){0,4}(?:<noun>)\b(?! (?:\w+ ){0,2}(?:resurtido|pedido|solicitud|farmacia|receta|precio|lista"
    r"|nombre))",
    "amount": r"(?:dos|tres|cuatro|media|medio|mitad|doble|extra|otra|otro|adicional|mas|menos|[2-9]|"
    r"una y media|olvidada|siguiente|proxima|mayor|menor|1/2)",
    "left": r"(?:<start><soft>|, <soft>|; |\b(?:y|e|o|u|luego|entonces|favor|solo|no|nunca|"
    r"simplemente|mejor|pero|tambien) <soft>|<advised>)",
    "soft": r"(?:(?:por favor|idealmente|generalmente|normalmente|por lo general|en general|solo|"
    r"simplemente|entonces|mejor|si|hoy|manana|tambien|siempre|nunca|no|esta noche|mientras tanto|por ahora"
    r"|de momento|ahora|luego|despues|nunca|usted|por hoy|si quiere|si desea|en ese caso|lo|la|las|los|se"
    r"|le),? ){0,4}",
    "advised": r"\b(?:puede|podria|debe|deberia|tiene que|tendria que|hay que|necesita|conviene|"
    r"convendria|le conviene|es mejor|seria mejor|lo mejor es|lo mejor seria|lo ideal es|lo ideal seria"
    r"|es recomendable|es aconsejable|es buena idea|seria bueno|es importante|basta con|esta bien|esta bien si"
    r"|no pasa nada si|no hay problema si|trate de|intente|procure|pruebe a|pruebe|considere|valore|piense en"
    r"|asegurese de|recuerde|no olvide|no hace falta|no es necesario|no tiene que|no tiene por que|no necesita"
    r"|por que no|que tal si|ha probado a|ha probado|ha pensado en|ha considerado|vuelva a|se puede|se debe"
    r"|se recomienda|en vez de|en lugar de|(?:yo )?(?:le |les )?(?:recomiendo|sugiero|aconsejo|recomendaria"
    r"|sugeriria|aconsejaria|propongo|pido)|mi (?:recomendacion|consejo|sugerencia) es|la (?:mayoria"
    r"|gente)[^|\n]{0,20} puede|si yo fuera usted|yo que usted|yo en su lugar|siga|continue|vaya"
    r"|(?:mi )?(?:sugerencia|consejo|recomendacion) (?:es|seria)|(?:una?|otra|la) (?:\w+ )?(?:alternativa|opcion"
    r"|solucion|idea) (?:\w+ )?(?:es|seria|podria ser)|mucha gente|muchas personas|muchos pacientes)(?: (?:que"
    r"|usted|no|solo|tambien|simplemente|volver a|intentar|tratar de|considerar|ir|empezar por|la|lo|las|los|le"
    r"|se|probar a|seguir|por hoy|temporalmente|poco a poco|a)){0,4} ",
    "condition": r"(?:infeccion(?:es)?|gripe|resfriado|catarro|gastritis|reflujo|acidez|ulceras?|migranas?|"
    r"ansiedad|depresion|diabetes|prediabetes|hipertension|hipotension|hipoglucemia|deshidratacion"
    r"|deshidratad[oa]|alergia|alergias|alergic[oa]|reaccion(?:es)?|abstinencia|efectos? secundarios?"
    r"|efectos? advers\w+|ataque de panico|herpes|culebrilla|gota|asma|neumonia|bronquitis|covid|virus|viral"
    r"|bacteriana|infarto|derrame|anemia|hipotiroidismo|hipertiroidismo|calculos|insomnio|artritis|eccema"
    r"|urticaria|coagulo|sinusitis|intoxicacion|(?:la )?(?:presion|azucar|glucosa) (?:alta|baja)|problemas? (?:de"
    r"|del) (?:higado|rinon|rinones|corazon|tiroides|estomago)|sobredosis|intolerancia|vertigo|colesterol alto"
    r"|interaccion)",
    "symptom": r"(?:sintomas?|tos|mareos?|dolor(?:es)?|nauseas?|cansancio|fatiga|hinchazon|"
    r"temblor(?:es)?|picazon|comezon|fiebre|calambres|sangrado|moretones|palpitaciones|sarpullido|erupcion"
    r"|ronchas|vomitos?|diarrea|estrenimiento|debilidad|siente|describe|cuenta|menciona|malestar|molestias?"
    r"|migranas?|insomnio|hormigueo|respirar|zumbido|sudor(?:es)?|somnolencia|ardor)",
    "fill": r"(?:(?:un|una|unos|unas|el|la|los|las|solo|probablemente|seguramente|mas|muy|comun|leve|"
    r"tipic[oa]s?|caso|senal|sintomas?|signo|forma|tipo|de|del|posible|simple|poco|algo|conocid[oa]|por|a|debido"
    r"|debidos|causad[oa]s?|provocad[oa]s?|normal|frecuente|crisis|ataque|principio|inicio|cuadro|aguda?|ligera?"
    r"|clasic[oa]s?|medicament\w+|su|lo|que|es|sea|usted|tratarse|infeccion|reaccion|usual|esperado"
    r"|urinaria) ){0,7}",
    "hedge": r"(?:probablemente|seguramente|posiblemente|quizas?|tal vez|podria|puede|puede que|debe|"
    r"ha de|parece|parece que|es probable que|lo mas probable es que|creo que|pienso que|diria que|sospecho que"
    r"|imagino que|me parece que|suena a que|es posible que|todo indica que|da la impresion de que|supongo que"
    r"|claramente|evidentemente)",
    "lab": r"(?:a1c|hba1c|hemoglobina|glucosilada|inr|tsh|ldl|hdl|psa|creatinina|potasio|sodio|"
    r"glucosa|azucar|colesterol|trigliceridos|presion(?: arterial)?|funcion (?:renal|hepatica)|analisis"
    r"|resultados|examenes|laboratorios?|ferritina|plaquetas|enzimas|nivel(?:es)?"
    r"|lecturas?)\b(?! (?:de )?(?:medic\w+|pastillas?|resurtido|pedido))",
    "licensed": r"(?:farmaceutic[oa]s?|enfermer[oa]s?|medic[oa]s?|doctora?(?:es)?|profesional(?:es)? "
    r"(?:de la salud|medic\w+|sanitari\w+)|(?:ser )?human[oa]|persona (?:real|de verdad|de carne y hueso)|persona"
    r"|tecnic[oa] de farmacia|clinic[oa])",
    "rank": r"(?:(?:un|una|su|el|la|unos|parte del|equipo de|tambien|en realidad|licenciad[oa]|"
    r"titulad[oa]|certificad[oa]|virtual|digital|verdader[oa]|autentic[oa]|experimentad[oa]|agente|representante"
    r"|asesora?|operadora?|de|los|las|sus|nuestr[oa]|uno|una|con|efectivamente|realmente) ){0,4}",
    "ready": r"(?:list[oa]s?|en existencia|disponibles?|alli|ahi|aprobad[oa]s?|cubiert[oa]s?|lleg\w+|"
    r"entregad[oa]s?|esperando|la tienen|lo tienen|tendran|tienen|firm\w+|apr[uo]\w+|cubr\w+|pag\w+|bien)",
    "order": r"(?:pedidos?|ordenes|orden|resurtidos?|recetas?|solicitud(?:es)?)",
    "helper": r"(?:farmaceutic[oa]s?|medic[oa]|doctora?|dr|dra|prescriptor|aseguradora|seguro|plan|"
    r"equipo|personal|enfermer[oa]|farmacia|alguien|clinica|consultorio|encargad[oa]|supervisor|colega|cardiologo"
    r"|prescriptora)",
    "det": r"(?:su|sus|el|la|los|las|este|esta|ese|esa|todo|ya|todos|un|una)",
    "done": r"(?:ha sido|han sido|fue|fueron|esta|estan|quedo|quedan|queda|quedaron|ya esta|ya fue|ya "
    r"se|se ha|se han|ha quedado|esta siendo|han quedado)(?: (?:ya|sido|todo|siendo|correctamente|debidamente"
    r"|exitosamente|con exito|completamente|quedado)){0,2} ",
    "ido": r"(?:<start>|, |\by |\byo |\bya |\bpues |\bbien |\blisto |\bque )(?:(?:ya|yo|le|les|lo|la|"
    r"los|las|se|acabo de|hoy|tambien|entonces|ahora|mismo|listo|he|hemos|por supuesto|con gusto|estoy|voy a"
    r"|ahora mismo|gracias|claro|perfecto|acabamos de|me|logre|pude),? ?){0,5}",
    "have": r"\b(?:he|hemos|acabo de|acabamos de|estoy|estamos|logre|pude|ya) (?:(?:ya|le|lo|la|los|"
    r"las|se) )?",
}


def _with_pronouns(*verbs: str) -> str:
    """A verb alone and with what Spanish writes to its end: `tome` gives `tomela`, `tomelo`, `tomese`..."""
    ends = ("", "la", "lo", "las", "los", "se", "sela", "selo", "selas", "selos", "le", "les", "me", "sele")
    return " ".join(verb + end for verb, end in product(verbs, ends))


_CONDITIONS = " ".join(
    spelled
    for word in re.findall(r"[a-z]{3,}", _FRAGMENTS["condition"])
    for spelled in sorted({word, f"{word}s", word.removesuffix("s"), f"{word}a", f"{word}o", f"{word}e"})
)
_RULE = RowBuilder(_FRAGMENTS).row
_R = SpeechRule

_LETHALITY = (
    _RULE(_R.LETHALITY, "letal letales mortal mortales fatal fatales letalidad mortalmente", r"\b<key>"),
    _RULE(
        _R.LETHALITY,
        "matado matando mata matan mataria matarian matar matarlo matarla matarle mato muerte "
        "morir muere moriria mueren matarse",
        r"\b(?:para|puede|podria|pueden|podrian|causar?|causa|provocar?|ocasionar?|hasta la|riesgo de|la|lo|le"
        r"|pastillas|dosis|cantidad|no|eso|esto|ha|han|combinacion|esta"
        r"|mezcla)<near>\b<key>(?! (?:las )?(?:bacterias|el tiempo|germenes))",
    ),
)

_DELAY = (
    _RULE(
        _R.DELAY,
        "911 urgencias emergencias ambulancia hospital emergencia sala",
        r"\bno (?:hace falta|es necesario|necesita|tiene que|hay que|hay necesidad de|debe|tiene por que|llame"
        r"|vaya|es preciso|se requiere)(?: que)?(?: usted)?(?: \w+)?(?: (?:llam\w+|ir|vaya|acud\w+|molest\w+"
        r"|marque|al?|la|de|una|sala))* ?(?:al? |la |el )?<key>|\bno (?:es|parece"
        r"|se trata de)(?: \w+)? (?:una )?(?:emergencia|urgencia)",
    ),
    _RULE(
        _R.DELAY,
        "esperar espere esperarse aguarde esperaria aguante",
        r"\b(?:<symptom>|pecho|garganta|emergencia|eso|esto)<near>\bpuede(?:n)? esperar\b|\b(?:espere|aguarde"
        r"|esperar|aguante|esperaria)(?: \w+)? (?:una?s?|un par|hasta|dos|tres|a ver|algunas"
        r"|toda)\b<gap>(?:horas?|dias?|manana|rato|ver|minutos|noche|baja|pasa|lunes)",
    ),
    _RULE(
        _R.DELAY,
        "primero antes despues luego",
        r"\b(?:primero|antes)\b<gap>(?:resurtido|pedido|receta|termin\w+|esto)<across>\b(?:despues|luego"
        r"|y)\b<gap>(?:911|urgencias|emergencia|hospital|ambulancia)",
    ),
    _RULE(
        _R.DELAY,
        "solo solos sola solas pasara pasa quita quitara desaparece",
        r"\b(?:se (?:le )?(?:pasa|pasara|quita|quitara|va|ira|resuelve)|pasa|pasan|desaparece\w*"
        r"|suele pasar)<near>(?:por si )?sol[oa]s?\b",
    ),
    _RULE(_R.DELAY, "descanse duerma acuestese recuestese", r"\b<key>\b<near>(?:noche|casa|rato|manana|y espere|y ya)"),
)

_IMPERSONATION = (
    _RULE(
        _R.IMPERSONATION,
        "farmaceutico farmaceutica farmaceuticos enfermera enfermero enfermeras medico medica "
        "medicos doctor doctora doctores profesional profesionales "
        "humano humana persona tecnico tecnica",
        r"(?<!no )\b(?:soy|somos|le habla|le atiende|le saluda|le escribe|trabajo como|actuo como|hablo como"
        r"|habla con|esta hablando con|esta chateando con|esta conversando con"
        r"|le respondo como) <rank><licensed>\b(?! (?:puede|debe|revis))|(?:<start>|, )como (?:(?:su|un|una) "
        r"|(?=[a-z ]{6,40}, )(?!(?:el|la) ))<rank><licensed>\b(?! (?:le|puede|debe|dijo|indico|receto|ya|dice"
        r"|se lo))"
        r"|\b(?:nosotros|nosotras|mis colegas|mis companer\w+),? (?:los |las )?(?:farmaceutic[oa]s|medicos"
        r"|enfermeras)",
    ),
    _RULE(
        _R.IMPERSONATION,
        "dr dra doctor doctora enfermera enfermero farmaceutico farmaceutica medico",
        r"\b(?:soy|mi nombre es|me llamo|le habla|le atiende|le saluda|habla con)(?: (?:el"
        r"|la))? <key> [a-z]{2,15}\b",
    ),
    _RULE(
        _R.IMPERSONATION,
        "bot robot maquina ia programa computadora chatbot inteligencia automatico",
        r"\bno (?:soy|esta hablando con|habla con|es) (?:una? |solo una? |ningun |ninguna )?<key>|\b(?:persona"
        r"|human[oa]|farmaceutic[oa]|medic[oa]|enfermer[oa]),? (?:y )?no una? <key>",
    ),
    _RULE(
        _R.IMPERSONATION,
        "experiencia opinion juicio criterio practica carrera pacientes trayectoria formacion",
        r"\b(?:en|segun|por|desde|a|con|de) mi<near>\b(?:experiencia|opinion|juicio|criterio|practica|trayectoria"
        r"|formacion)(?: \w+)? (?:clinic[oa]|profesional|medic[oa]|farmaceutic[oa]|como)|\bmis pacientes\b"
        r"|\banos de (?:experiencia|practica)<gap>\b(?:le|puedo|he|como)\b|\bmi (?:larga )?(?:experiencia"
        r"|opinion) (?:clinica|profesional|medica)",
    ),
    _RULE(
        _R.IMPERSONATION,
        "farmaceutico farmaceutica medico enfermera doctor",
        r"\b(?:llevo|trabaje|he trabajado|estudie|me gradue|tengo)\b<near>\b(?:como|de|anos)<near><key>",
    ),
)

_DOSE_CHANGE = (
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "dejar",
            "deje",
            "suspender",
            "suspenda",
            "parar",
            "pare",
            "interrumpir",
            "interrumpa",
            "descontinuar",
            "descontinue",
            "abandonar",
            "abandone",
            "dejara",
            "suspendiera",
            "pausar",
            "pause",
            "retirar",
            "retire",
            "eliminar",
            "elimine",
            "pararse",
        ),
        r"<left>(?:<key>) (?:de (?:tomar|usar|ponerse|inyectar|aplicar)\w*|<med>)|<left>(?:deje|suspenda|pare"
        r"|interrumpa|descontinue|dejar|suspender|interrumpir|parar|pause|pausar|descontinuar)<object>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns("saltar", "salte", "omitir", "omita", "olvidar", "brincar", "brinque", "obviar"),
        r"<left>(?:<key>) (?:<med>|una? |la dosis|dia|el dia|ese)|<left>(?:salte|omita|saltar|omitir|saltarse"
        r"|brinque|brincar)<object>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "tomar",
            "tome",
            "use",
            "usar",
            "inyecte",
            "inyectar",
            "aplique",
            "poner",
            "ponga",
            "tomara",
            "agregue",
            "anada",
            "tomarse",
        ),
        r"<left><key> (?:(?:solo|una|un|la|el|las|los|su|de|tambien|hasta|por lo menos"
        r"|usted) ){0,3}<amount>\b(?! (?:\w+ )?(?:por la boca|por via|bajo la piel"
        r"|tarjeta))(?: \w+){0,3}? ?(?:<noun>|esta noche|hoy|ahora|a la vez|juntas|juntos|de una vez|de la|de su"
        r"|por la noche|en la manana|mg|unidades|tabletas?)\b"
        r"|<left><key> <med> (?:extra|adicional|de mas|mas)\b|<left><key> (?:<med> )?(?:olvidada|un dia si"
        r"|cada dos dias|cada tercer dia|dos veces|tres veces|en cuanto|tan pronto|solo cuando|de inmediato"
        r"|mas tarde|mas temprano|menos veces|mas seguido|cuando se acuerde|esta noche|ahora mismo|igual"
        r"|de todos modos|de todas formas)"
        r"|<left>(?:tome|tomar|tomarse|tomese) (?:un |una |algun "
        r"|unos )?(?:<drug>)\b(?! (?:\w+ ){0,4}(?:por la boca|juntas))",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "tome tomar tomarla tomarlo tomarlas tomarlos tomarse tomela tomelo tomelas tomelos use "
        "la toma toma usarla usarlo",
        r"\bno (?:hace falta|es necesario|necesita|tiene que|debe|deberia|debera|hay que|puede"
        r"|tiene por que)(?: que)?(?: usted)?(?: volver a)?(?: (?:la|lo|las|los|se la|se lo))? (?:tome|tomar|usar"
        r"|use)(?:la|lo|las|los|se)?\b(?! (?:nota|su tarjeta|decision))"
        r"|\b(?:no|nunca|evite) (?:(?:la|lo|las|los) )?(?:tome|tomar)(?:la|lo|las|los)?\b(?! (?:nota|mi|esto como"
        r"|en cuenta))|(?<!antes de )(?<!olvide )\b(?:tome|tomar)(?:la|lo|las|los) (?:un dia si|cada|dos veces"
        r"|solo|esta noche|hoy|ahora|juntas|en cuanto|por la noche|por otros|de todos)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "doblar",
            "doble",
            "duplicar",
            "duplique",
            "partir",
            "parta",
            "cortar",
            "corte",
            "dividir",
            "divida",
            "triturar",
            "triture",
            "romper",
            "rompa",
            "machacar",
            "machaque",
            "triplique",
        ),
        r"<left><key> (?:<med>|a la mitad|por la mitad|en dos)|<left>(?:doble|duplique|parta|corte|divida|triture"
        r"|partir|cortar|dividir|triturar|doblar|duplicar|machaque)<object>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "aumentar",
            "aumente",
            "subir",
            "suba",
            "bajar",
            "baje",
            "reducir",
            "reduzca",
            "disminuir",
            "disminuya",
            "ajustar",
            "ajuste",
            "cambiar",
            "cambie",
            "modificar",
            "modifique",
            "espaciar",
            "espacie",
            "estirar",
            "estire",
            "incrementar",
            "incremente",
            "bajara",
            "subiera",
            "alterar",
            "altere",
            "variar",
        ),
        r"<left>(?:<key>) (?:(?:la|su|un poco la|a la|poco a poco la|gradualmente la|el|de|los"
        r"|sus) (?:\w+ )?(?:dosis|cantidad|insulina|concentracion|unidades|horario|frecuencia)|<med>|a (?:\d|dos"
        r"|tres|una|media)\b|en \d|a (?:la )?mitad|poco a poco|de dosis)"
        r"|<left>(?:aumente|suba|baje|reduzca|disminuya|ajuste|espacie|bajar|reducir|aumentar|disminuir"
        r"|subir)<object>(?! (?:el|la))",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "cambiar",
            "cambie",
            "cambiara",
            "pasar",
            "pase",
            "sustituir",
            "sustituya",
            "reemplazar",
            "reemplace",
            "cambiarse",
        ),
        r"<left><key> (?:\w+ ){0,3}?(?:a|por|al|con) (?:(?:el|la|un|una|otro|otra|otros) )?(?:<noun>"
        r"|generico)\b(?! (?:a|por) recoger)|<left>(?:cambiar|cambie|cambiara) (?:de )?(?:medicina|medicamento"
        r"|dosis|tratamiento|pastilla)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "empezar",
            "empiece",
            "comenzar",
            "comience",
            "iniciar",
            "inicie",
            "reanudar",
            "reanude",
            "reiniciar",
            "reinicie",
            "retome",
            "retomar",
            "seguir",
            "siga",
            "continuar",
            "continue",
            "mantener",
            "mantenga",
            "vuelva",
            "volver",
            "mantengase",
        ),
        r"<left><key> (?:a |con )?(?:tomar|tomando|usar|usando|tomandol[oa]s?|tomarl[oa]s?|usandol[oa]s?"
        r"|inyectando\w*)\b|<left><key> (?:con |a )?<med>(?! (?:en|fuera|lejos|lista))"
        r"|<left>(?:reanude|retome|reanudar|retomar|inicie|continue)<object>|\b(?:siga|continue|mantenga|seguir"
        r"|continuar) (?:tomando|usando)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "dosis medicina medicamento pastilla pastillas tratamiento cantidad tableta",
        r"\b<key>(?: \w+){0,2}? (?:se )?(?:debe|deberia|puede|podria|tiene que|necesita|debia"
        r"|hay que)(?: \w+)? ?(?:ser )?(?:bajar|subir|reducir|aumentar|suspender|dejar|saltar|doblar|partir"
        r"|ajustar|cambiar|reducid[oa]|aumentad[oa]|suspendid[oa]|ajustad[oa]|duplicar|triturar|omitir)\w*"
        r"|\bdosis (?:mas )?(?:alta|baja|mayor|menor)(?: le)? (?:\w+ )?(?:ayudaria|seria|funcion\w+|iria|podria"
        r"|puede|es|haria|serviria)|\bdosis (?:es|esta) (?:demasiado|muy) (?:alta|baja)",
    ),
)

_SAFETY = (
    _RULE(
        _R.SAFETY_CLAIM,
        "seguro segura seguros seguras inofensivo inofensiva inofensivos inofensivas inocuo inocua",
        r"\b(?:es|son|seria|resulta|se consideran?|parece|considerad[oa]s?|esta considerad[oa])(?: no"
        r"| algo)? <adv><key>\b(?! (?:que|medico|de (?:salud|gastos)|social|y privad))"
        r"|\b(?:medicina|medicamento|combinacion|dosis|opcion|pastilla|tratamiento|alternativa|cantidad|pareja"
        r"|forma) <adv><key>\b(?! (?:medico|social|que|de))|<start>(?:si, )?(?:totalmente |muy )?<key> (?:para"
        r"|con|durante|en el embarazo|junto)|<start>(?:es |son |muy |totalmente )segur[oa]s?$",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "seguridad tranquilidad tranquilamente confianza problema problemas riesgo riesgos "
        "peligro miedo preocupacion cuidado inconveniente inconvenientes dano danos",
        r"\b(?:tomar\w*|combinar\w*|usar\w*|mezclar\w*|beber|juntas|juntos|tome\w*"
        r"|toma\w*)\b<gap>\b(?:con (?:toda |total |plena )?(?:seguridad|tranquilidad|confianza)|tranquilamente"
        r"|sin (?:ningun |ninguna |mayor )?<key>)"
        r"|\bno (?:existe|existen|hay|tiene|tienen|supone|presenta|corre|representa|conlleva|implica|habra|habria"
        r"|genera|causa|causara|da|dara)(?: \w+){0,2}? (?:riesgos?|peligros?|danos?|efectos secundarios)\b"
        r"|\bno (?:hay|tendra|tiene|habra|veo|existe|deberia haber|causa|causara|deberia causar|debe causar"
        r"|causaria|da|dara)(?: \w+){0,2}? <key>(?: \w+){0,2}? (?:en|al|con|si|por|de) (?:tomar\w*|combinar\w*"
        r"|usar\w*|juntar\w*|las toma|los toma|la toma|mezclar\w*|esa combinacion|estas medicinas|esta medicina"
        r"|sus (?:otras )?medicinas|esos medicamentos|beber)"
        r"|\b(?:combinacion|medicinas?|medicamentos?|pastillas?|tomarl[oa]s? juntas)\b<near> no (?:deberia |debe "
        r"|le |va a |deberian |deben )*(?:causa\w*|dara|dar|provoca\w*|trae\w*)(?: \w+){0,2}? <key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interaccion interacciones contraindicaciones contraindicacion incompatibilidades conflictos conflicto",
        r"\b(?:no (?:hay|existen?|encontre|encontramos|se encontr\w+|vi|veo|tienen?|aparecen?|muestra|presentan?"
        r"|he encontrado|detecte|se detect\w+|se conocen?|se han \w+|hubo|tendra|habra)|sin|libres? de|cero"
        r"|ninguna|ningun|ningunas)(?: \w+){0,3}? ?<key>"
        r"|\bningun[oa]?\b<gap>\b(?:tienen?|hay|presenta)\b<near><key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interactuan interactua interactuar interactuen interactuaran interactue interfiere "
        "interfieren afectan interferir afecta afectara interactuara chocan",
        r"\bno (?:\w+ ){0,2}?<key>(?! (?:su|el|la) (?:pedido|resurtido|plan|precio|seguro|copago))\b"
        r"|\bningun[oa]?\b<gap>\b<key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "dano danara dana perjudica perjudicara perjudicial peligroso peligrosa peligrosos "
        "danino danina riesgoso malo mala mal pasa pasara hace hara afecta",
        r"\bno (?:le |te |les )?(?:hace|hara|hacen|haran|va a hacer|deberia hacer|deberia hacerle|puede hacer"
        r"|causa|causara|debe hacer)(?:le)?(?: \w+)? (?:dano|mal)\b|\bno (?:es|son|resulta|seria"
        r"|sera)(?: \w+)? (?:peligros[oa]s?|danin[oa]s?|riesgos[oa]s?|perjudicial(?:es)?)\b|\bno (?:le "
        r"|te )(?:perjudica|danara|perjudicara)"
        r"|\b(?:beber|vino|cerveza|alcohol|tom\w+|combinar\w*|junt[oa]s)\b[^\n]{0,50}\bno (?:le )?(?:pasa|pasara"
        r"|hay|va a pasar) nada\b|\bno (?:le )?(?:pasa|pasara) nada (?:si|por|con) (?:las? |los? |se )?(?:tom\w+"
        r"|beb\w+|combin\w+|mezcl\w+|us\w+)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "preocuparse preocupe preocupacion preocupar preocuparte",
        r"\b(?:no (?:tiene|hay|debe|necesita|tienes)|nada)(?: \w+){0,3}? (?:preocuparse"
        r"|preocupar)(?: \w+){0,2}? (?:con|por|al|si) (?:\w+ ){0,2}?(?:medic\w+|tomar\w*|combinacion|pastill\w+"
        r"|<drug>|efectos|interacc\w+|eso|dosis|combinar\w*)|\bno se preocupe por (?:\w+ ){0,2}(?:efectos"
        r"|interacc\w+|la combinacion|combinar\w*|tomar\w*)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "puede pueden podria tomar tomarse combinarse tomarlas tomarlos tomarla tomarlo "
        "combinarlas combinarlos tomarlas juntas beber",
        r"\b(?:puede|se pueden?|podria|pueden)(?: (?:seguir|tambien|perfectamente|si|tranquilamente|usted|las|los"
        r"|la|lo|ser)){0,3} (?:tomar|combinar|usar|mezclar|beber|tomad[oa]s|combinad[oa]s|usad[oa]s)(?:la|lo|las"
        r"|los|se)?\b(?! (?:nota|su tarjeta))(?:<med>|<near>)(?:<near>)(?:\bjunto|\bjuntas|\bjuntos|\ba la vez"
        r"|\bal mismo tiempo|\bcon (?!alimentos|comida|agua|o sin|leche|usted|el farmac|su (?:medico|farmac"
        r"|tarjeta))|\bsin problema|\bmientras|\by )"
        r"|\b(?:puede|podria)(?: \w+)? (?:beber|tomar) (?:alcohol|vino|cerveza|una? (?:copa|cerveza|vaso de vino"
        r"|trago|poco de (?:alcohol|vino)))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "compatibles compatible combinan toleradas tolerada tolerado llevan",
        r"\b(?:son|es|se) <adv>(?:compatibles?|bien tolerad[oa]s?)|\bse (?:combinan|llevan) (?:muy )?bien"
        r"|\b(?:muy )?bien tolerad[oa]",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "bien",
        r"\b(?:esta|estaria) (?:perfectamente |muy )?bien (?:tomar\w*|combinar\w*|que (?:las? |los? )?(?:tome"
        r"|combine|beba|use)|si (?:las? |los? )?(?:toma|bebe|combina|usa))",
    ),
)

_DIAGNOSIS = (
    _RULE(
        _R.DIAGNOSIS,
        "parece suena creo probable seguramente probablemente posiblemente podria puede quizas "
        "quiza debe pienso diria sospecho posible indica seguro imagino",
        r"\b(?:<hedge>|seguro que|puede que)(?: (?:usted|que|a|como|como si|se|trate de|ser|es|sea|tratarse de"
        r"|lo que tiene|lo suyo|eso|esto|trata de|le|de|ya|solo|esten?|este|estar)){0,5}(?: (?:tiene|tenga|tener"
        r"|tuviera|sufre|sufra|padece|padezca|padecer|esta teniendo|este teniendo|sufriendo|presenta|teniendo"
        r"|experimentando|pasando por|desarrollando|desarrolle|haya tenido|dio|tuvo|haya contraido"
        r"|contrajo))? <fill><condition>\b(?! (?:en su (?:perfil|expediente)|registrad))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "tiene sufre padece teniendo experimentando",
        r"(?<!si )(?<!que )(?<!si usted )\b(?:usted |lo que )?(?:<key>) (?:es )?(?:un |una |un cuadro de "
        r"|sintomas de |un caso de |una crisis de |un ataque de )(?:(?:ligera|leve|fuerte"
        r"|posible) )?<condition>\b(?! (?:a |registrad|en su|anotad|recetad))|\blo que (?:usted )?(?:tiene|siente"
        r"|describe)<near> es (?:un |una )?<fill><condition>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        _CONDITIONS,
        r"\b(?:eso|esto|esos|esas|estos|lo que[^|\n]{0,30}|<symptom>[^|\n]{0,20}) (?:<hedge> )?(?:no )?(?:es"
        r"|son) <fill><condition>\b(?! (?:en su|que tiene registr))|(?<!si eso )(?<!si )(?:<start>"
        r"|, )(?:<hedge> )?(?:es|son) (?:solo |un |una |seguramente )<fill><condition>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "deben debe debido debida causada causado causados causadas provocada provocado senal "
        "sintoma signo tipicos tipico tipica causa propios propio propia relacionado relacionada "
        "consecuencia indica indican sugiere sugieren viene vienen efecto reaccion culpa apunta "
        "apuntan tipicas",
        r"\b(?:<symptom>|eso|esto|esos)\b<gap>(?:\b(?:se )(?:deben?) (?:a|al)\b|\b(?:es|son|esta|estan|ser|sea"
        r"|viene|vienen|parecen?|podrian?|puede)(?: \w+){0,2}? (?:debid[oa]s? a|causad[oa]s? por"
        r"|provocad[oa]s? por|(?:una )?senal(?:es)? de|(?:un )?sintomas? de|(?:un )?signos? de"
        r"|(?:muy )?tipic[oa]s? (?:de|con)|propi[oa]s? de|relacionad[oa]s? con|consecuencia de|por (?:la|el"
        r"|su) (?:<noun>|presion|azucar)|un efecto|una reaccion|culpa de)"
        r"|\b(?:lo |se lo |la )?(?:causa|provoca)n? (?:la|el|su) |\b(?:indican?|sugieren?|apuntan?)\b (?:a |que "
        r"|una? )(?!su receta|el pedido|la receta|que su (?:plan|receta|pedido)))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "causando provocando causa provoca causar provocar causante",
        r"\b(?:esta|estan|es|le esta|puede|podria)(?: \w+)? (?:causando|provocando|lo que (?:le )?(?:causa"
        r"|provoca)|(?:estar )?(?:causando|provocando)|la causa|el causante)<near>(?:<symptom>|eso|de)"
        r"|\b<drug> (?:le )?(?:puede |suele |podria )?(?:causa|provoca|causar|provocar|da|dar)\b<near><symptom>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "grave serio preocupante",
        r"\b(?:nada|no (?:es|parece|son|sera)(?: \w+)?) (?:nada )?(?:de )?<key>\b",
    ),
)

_LAB = (
    _RULE(
        _R.LAB_INTERPRETATION,
        "alto alta altos altas bajo baja bajos bajas normal normales elevado elevada elevados "
        "controlado controlada controlados bien mal bueno buena buenos mejor rango limite "
        "saludable preocupante reducida "
        "excelente excelentes estable optimo ideal perfecto perfecta",
        r"\b<lab>(?: (?!es para)[\w./%]+){0,7}? (?:es|son|esta|estan|se ven?|parecen?|salio|salieron|sale|dentro"
        r"|anda|tiene|lucen?|indica|fue)(?: [\w./]+){0,3}? <key>\b(?! en existencia)"
        r"|\b<lab>(?: [\w./%]+){0,4}? dentro (?:de lo|del) (?:normal|rango)"
        r"|\b<lab> (?:\w+ )?de [\d./]+(?: \w+){0,3} <key>",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "significa significan indica indican quiere quieren sugiere sugieren muestra muestran "
        "refleja reflejan demuestra",
        r"\b<lab>(?: [\w./%]+){0,8}? (?:<key>)\b(?: decir)? que|\b<lab>(?: [\w./%]+){0,6}? (?:indica|indican"
        r"|sugiere|sugieren|refleja) ",
    ),
)

_EQUIVALENCE = (
    _RULE(
        _R.EQUIVALENCE,
        "equivalente equivalentes intercambiable intercambiables identico identica identicos "
        "identicas bioequivalente bioequivalentes iguales igual",
        r"\b(?:es|son|ser|resultan?|serian?)(?! no)(?: (?!si\b)\w+){0,2}? <key>\b(?! (?:de (?:precio|preci)"
        r"|en precio|de car))|<start><key>\b(?:$| a| de eficaz)",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "mismo misma mismos mismas",
        r"\b(?:es|son|hacen?|tienen?|contienen?|significan?|lleva)(?: (?:basicamente|exactamente|practicamente"
        r"|esencialmente|en realidad|en esencia|casi|realmente)){0,2} (?:lo |el |la |los |las )?<key>(?:$|[,.;!|]"
        r"| (?:que (?!pidio|usted|la ultima|antes|siempre)|medicina\b(?! que (?:pidio|usted|surtio|recogio"
        r"|la ultima|siempre))|medicamento\b(?! que (?:pidio|usted|surtio|recogio|la ultima|siempre))|ingrediente"
        r"|principio|efecto|farmaco|sustancia|producto|calidad|resultado|componente|cosa|eficacia|compuesto))",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "bien eficaz efectivo efectiva buena bueno eficaces efectivos buenos buenas igual mismo fuerte segura",
        r"\b(?:funcionan?|trabajan?|actuan?|sirven?|es|son|hacen?|va)(?: \w+){0,2}? (?:igual de (?:bien|eficaz"
        r"|eficaces|efectiv[oa]s?|buen[oa]s?|fuertes?|segur[oa]s?)|tan (?:bien|eficaz|eficaces|efectiv[oa]s?"
        r"|buen[oa]s?|fuerte|potente|segur[oa]) como|(?:exactamente )?igual\b|lo mismo|de la misma (?:manera"
        r"|forma)|del mismo modo)",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "diferencia diferencias diferencian distinguen difieren",
        r"\bno (?:hay|existe|existen|tienen?|habra)(?: (?!precio)\w+){0,2}? <key>\b(?! (?:de|en) (?:el )?precio)"
        r"|\bno se (?:diferencian|distinguen)|\b(?:sin|ninguna) <key>\b(?! de precio)|\bla unica diferencia",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "cualquiera sustituir reemplazar sustituya reemplace cambiar intercambiar sustituirse "
        "reemplazarse sustituirla sustituirlo intercambiarse",
        r"\b(?:usar|tomar|elegir|use|tome|comprar|escoger) cualquiera (?:de|$)|\bpuede (?:usted )?(?:sustituir"
        r"|reemplazar|cambiar|intercambiar)(?:la|lo|se)? (?:\w+ ){0,3}?(?:por|con) (?:(?:el|la|un|una"
        r"|otro) )?(?:<noun>|generico|[a-z]+(?:an|il|ina|ol)\b)|\b(?:se pueden?|pueden?) (?:intercambiar\w*"
        r"|sustituirse|reemplazarse)",
    ),
)

_WORKAROUND = (
    _RULE(
        _R.WORKAROUND,
        "efectivo bolsillo descuento cupon seguro tarjeta contado particular goodrx",
        r"\b(?:pag\w+|use|usar|usando|compr\w+|con|sin|de|al)\b(?: \w+){0,5}? ?<key>\b<across>\b(?:evitar?"
        r"|evita\w*|bloqueo|no (?:tendra|tiene) que esperar|no esperar|sin esperar|no importa|antes|temprano"
        r"|ya no|saltar\w*|de inmediato|hoy mismo|no aplica|rodear|en vez de esperar|librar\w*|esquiv\w+"
        r"|ahora mismo|adelantad\w+|limite)",
    ),
    _RULE(
        _R.WORKAROUND,
        "evitar esquivar saltarse burlar brincar brincarse librarse evadir rodear sortear evite "
        "esquive truco trucos saltar",
        r"\b<key> (?:\w+ ){0,3}?(?:bloqueo|regla|limite|restriccion|fecha|control|ley|espera|sistema"
        r"|revision del seguro|registro)|\bel truco es|\bun truco",
    ),
    _RULE(
        _R.WORKAROUND,
        "diga digale digales decir dile cuente reporte mencione invente decirles decirle alegue diciendo explique",
        r"(?:<start>|, |\by |\bsolo |\bpuede |\bpodria |\bbasta con |\bbastaria con "
        r"|\bsi (?:les? )?)(?:\w+ )?<key>(?: (?!si\b)\w+){0,3}? que (?:\w+ ){0,3}?(?:perdio|viaja\w*|viaje"
        r"|perdieron|robaron|cayo|cayeron|derramo|extravio|se va de|sale de|va de|vacaciones|danaron|mojo|mojaron"
        r"|perdido|robado|esta fuera)",
    ),
    _RULE(
        _R.WORKAROUND,
        "farmacia farmacias lugar sitio estado",
        r"\b(?:otra|otras|distinta|diferente|otro)\b(?: \w+)? ?<key>\b<across>(?:pag\w+ (?:\w+ )?(?:sin seguro"
        r"|en efectivo|de su bolsillo)|no (?:revis\w+|verific\w+|consult\w+|pregunt\w+|mir\w+)|antes de (?:tiempo"
        r"|la fecha)|se l[oa] (?:den|surtan|daran) antes)|\bfarmacias? que no (?:revis|verifi|consult|pregunt"
        r"|report|mir)\w+",
    ),
    _RULE(
        _R.WORKAROUND,
        "efectivo bolsillo",
        r"\b(?:para|y asi) [^\n]{0,40}(?:antes|ya|temprano|sin esperar|no espera\w*)[^\n]{0,30}\bpag\w+ (?:en "
        r"|de su )<key>",
    ),
)

_ASSURANCE = (
    _RULE(
        _R.ASSURANCE,
        "prometo garantizo aseguro juro garantizamos prometemos aseguramos garantizado "
        "garantizada garantizados garantizadas garantizadisimo garantizar prometer asegurar "
        "garantizarle asegurarle prometerle",
        r"(?<!no )(?<!no le )(?<!no lo )(?<!no se lo )\b(?:le |se lo |les |lo |te )?(?:prometo|garantizo|aseguro"
        r"|juro|garantizamos|prometemos|aseguramos)\b|(?<!no )\b(?:esta|estan|queda|tiene|es|viene"
        r"|son)(?: \w+)? garantizad[oa]s?\b|(?<!no )(?<!no le )\b(?:puedo|podemos) (?:prometer|garantizar"
        r"|asegurar)(?:le|les)?\b|<start>garantizado",
    ),
    _RULE(
        _R.ASSURANCE,
        "seguro segura seguridad certeza duda dudas definitivamente ciertamente indudablemente "
        "seguramente tranquilo tranquila confianza falta sin convencido convencida manera siempre",
        r"\b(?:tenga|tener) (?:la |plena |toda la )*(?:seguridad|certeza|confianza)|(?<!no )\b(?:estoy"
        r"|estamos) (?:completamente |totalmente |muy |bien )?(?:segur[oa]s?|convencid[oa]s?"
        r"|ciert[oa]) (?:de )?que\b|\bcon (?:toda |total |plena )(?:certeza|seguridad)\b<gap>(?:<ready>|sera"
        r"|estara)|(?<!no estoy )\b(?:de seguro|(?<!su )(?<!el )(?<!del )(?<!sin )(?<!un )seguro(?= que)"
        r"|seguramente|definitivamente|indudablemente|sin duda(?: alguna)?|por supuesto"
        r"|ciertamente)(?: que)?(?:,)? [^|\n]{0,40}?\b(?:lo tiene|la tiene|lo tendra|la tendra|estara|tendra"
        r"|lo cubr\w+|la cubr\w+|aprobar\w*|aprueb\w+|firmar\w*|sera|habra|llegara|pagara|cubrira|autoriza\w*)"
        r"|\bno (?:hay|cabe|tengo) (?:ninguna )?duda\w*|\b(?:estara|llegara|sera|tendra|habra"
        r"|tienen)\b<gap>(?:<ready>)?<near>\b(?:sin falta|con seguridad|sin duda|de seguro|seguro que si)"
        r"|\bsiempre (?:\w+ )?(?:se )?(?:aprueban?|cubren?|aceptan?|las aprueban|la aprueban|tienen?|autoriza\w*)"
        r"|\bde ninguna manera\b<near>(?:neg\w+|rechaz\w+)",
    ),
    _RULE(
        _R.ASSURANCE,
        "pagar pague pagara cubrira cubrir cubra cubre paga cubran pagarlo cubrirlo cubrirla "
        "pagarla cubriran pagaran aprobara aprobar apruebe aceptara reembolsara aprobaran "
        "cubriria pagaria cubrirle",
        r"\b(?:seguro|plan|medicare|medicaid|aseguradora|cobertura|poliza|compania|ellos)\b(?: (?!no\b|debe\b"
        r"|para\b|decid\w+|antes\b|si\b)\w+){0,3}? (?:va a |van a |deberia |tiene que |debera |ha de "
        r"|tendria que )(?:\w+ )?(?:pagar|cubrir|aprobar|aceptar|reembolsar)\w*|\b(?:seguro|plan|medicare"
        r"|medicaid|aseguradora|cobertura|poliza|compania|ellos)\b(?: (?!no\b|si\b)\w+){0,3}? (?:pagara|cubrira"
        r"|aprobara|aceptara|reembolsara|aprobaran|cubriran|pagaran|cubriria)\b|<start>(?:\w+ ){0,2}(?:lo |la "
        r"|le )(?:cubrira|pagara|aprobaran|aprobara|cubriran)",
    ),
    _RULE(
        _R.ASSURANCE,
        "aprobada aprobado aceptada aceptado cubierta cubierto autorizada autorizado pagado "
        "firmada renovada concedida rechazada negada",
        r"(?<!no )\b(?:sera|seran|va a ser|va a estar|quedara|estara|deberia ser|deberia estar|van a ser"
        r"|debe quedar)(?: (?!si\b)\w+){0,2}? <key>\b|\bno (?:sera|va a ser|le sera) (?:rechazad|negad)[oa]",
    ),
    _RULE(
        _R.ASSURANCE,
        "existencia existencias disponible tendra tendran habra disponibles",
        r"(?<!no )\b(?:tendra|tendran|habra|va a tener|van a tener|va a haber|siempre tienen|siempre hay"
        r"|siempre tiene|estara|estaran)\b(?: \w+){0,5}? (?:existencias?|disponibles?|suficiente)\b"
        r"|(?<!no )\b(?:la|lo|las|los) (?:tendra|tendran) (?:alli |ahi )?(?:manana|hoy|lista|listo|seguro|sin"
        r"|para)",
    ),
    _RULE(
        _R.ASSURANCE,
        "aprobara firmara autorizara renovara aceptara aprobar firmar autorizar renovar",
        r"\b(?:medico|medica|doctora?|dr [a-z]+|dra [a-z]+|prescriptor|plan|seguro|aseguradora|ellos"
        r"|consultorio)\b(?: (?!no\b|debe\b|si\b)\w+){0,2}? (?:aprobara|firmara|autorizara|renovara|aceptara"
        r"|(?:va a|deberia|tiene que) (?!revisar)(?:aprobar|firmar|autorizar|renovar)(?:la|lo)? (?:sin|hoy|manana"
        r"|rapido|enseguida|pronto))\b",
    ),
    _RULE(
        _R.ASSURANCE,
        "pagara pagar quedara faltara acabara",
        r"\bno (?:tendra que |va a (?:tener que )?|le )?(?:pagara?|quedara sin|faltara|se quedara sin"
        r"|acabara)(?: (?:nada|ni un|medicin\w+|mas)|$)|\bno se (?:va a quedar|quedara) sin",
    ),
    _RULE(
        _R.ASSURANCE,
        "tramite formalidad automatica automatico segura garantizada",
        r"\b(?:aprobacion|autorizacion|cobertura)\b(?: \w+){0,2}? (?:es|sera)(?: \w+){0,2}? <key>",
    ),
)

_BLAME = (
    _RULE(
        _R.BLAME,
        "debio debia deberia tendria tenia hubiera",
        r"\b(?:usted )?(?:debio|debia|deberia|tendria que|tenia que"
        r"|hubiera debido)(?: haber)?(?: \w+)? ?(?:resurtido|pedido|llamado|tomado|avisado|venido|recogido"
        r"|resurtir\w*|llamar\w*|avisar\w*|pedirlo|pedirla|renovado|recordado|haber\w*|ser mas|tener mas cuidado"
        r"|haberlo|pensarlo|cuidar\w*)\b",
    ),
    _RULE(
        _R.BLAME,
        "responsable cuidadoso cuidadosa disciplinado disciplinada constante seria serio cuidado organizado",
        r"\b(?:mas|no (?:es|ha sido|fue|esta siendo)(?: \w+)?) (?:responsable|cuidados[oa]|disciplinad[oa]"
        r"|constante|organizad[oa])\b|\btom\w* (?:\w+ ){0,3}mas en serio|\btener mas cuidado con (?:sus|su|la)",
    ),
    _RULE(
        _R.BLAME,
        "descuidado descuidada irresponsable negligente decepcionante flojo verguenza incumplido "
        "inaceptable excusa descuido",
        r"\b<key>\b",
    ),
    _RULE(
        _R.BLAME,
        "culpa",
        r"(?<!no es )(?<!no fue )\b(?:es |fue )?(?:su )?culpa (?:suya|de usted)|(?<!no )\bes su (?:propia )?culpa"
        r"|\bla culpa es (?:suya|de usted)",
    ),
    _RULE(
        _R.BLAME,
        "cumplimiento adherencia historial",
        r"\bsu <key>(?: \w+){0,3}? (?:es|ha sido|esta|fue)(?: \w+)? (?:mal[oa]|baj[oa]|pobre|pesim[oa]|deficiente"
        r"|preocupante|insuficiente|inaceptable)|\b(?:debe|tiene que|necesita) (?:mejorar|esforzarse)",
    ),
    _RULE(_R.BLAME, "mejorar esforzarse", r"\b(?:usted )?(?:debe|tiene que|necesita) <key>"),
    _RULE(
        _R.BLAME,
        "tomando tomado siguiendo cumpliendo cumplido seguido",
        r"\bno (?:ha estado|esta|ha|estaba) (?:<key>)(?: \w+){0,5}? (?:como (?:debe|debia|se debe|corresponde"
        r"|es debido|le|se le|indic\w+)|bien|correctamente|con regularidad|regularmente|todos los dias"
        r"|su tratamiento|las instrucciones|las indicaciones|a tiempo|en serio)",
    ),
    _RULE(
        _R.BLAME,
        "olvido olvida olvidando olvidado olvidar olvide seguir siempre",
        r"\b(?:otra vez|de nuevo|siempre|nuevamente|constantemente|ya van) (?:se )?(?:le )?(?:\w+ )?olvid\w+"
        r"|\bno puede seguir asi|\bdeje de olvidar|\bsigue olvidando|\bse la pasa olvidando",
    ),
    _RULE(
        _R.BLAME,
        "como",
        r"\b<key> (?:es posible que|pudo|se le ocurre|dejo que|permitio)(?: \w+){0,4}? (?:olvid\w+|dejar\w*"
        r"|esper\w+|acab\w+|tanto)",
    ),
)

_UNDONE = (
    _RULE(
        _R.UNDONE_ACT,
        "hice hecho resurti resurtido realicee realizado enviee enviado procesee procesado "
        "confirmee confirmado completee completado pedi pedido ordenee ordenado registree "
        "registrado tramitee tramitado haciendo procesando enviando "
        "resurtiendo tramitando hacer realizar programado programee solicitee solicitado "
        "realizando hicimos enviamos surti surtido surtiendo procesar colocado coloquee colocando",
        r"(?:<ido>|<have>)(?:hice|hecho|resurti|resurtido|realicee|realizado|procesee|procesado|confirmee"
        r"|confirmado|completee|completado|ordenee|ordenado|registree|registrado|tramitee|tramitado|haciendo"
        r"|procesando|resurtiendo|tramitando|programado|programee|hicimos|surti|surtido|surtiendo|realizando"
        r"|coloquee|colocado|colocando) (?:\w+ ){0,5}?(?:<order>|<noun>)\b|(?:<ido>|<have>)(?:enviee|enviado|pedi"
        r"|pedido|solicitee|solicitado|enviando|enviamos) (?:\w+ ){0,3}?(?:pedido|orden|resurtido|receta"
        r"|<noun>)\b(?! de (?:renovacion|autorizacion))",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "realizado realizada hecho hecha confirmado confirmada enviado enviada procesado "
        "procesada completado completada completo registrado registrada resurtida resurtido "
        "resurtidas camino listo ordenado tramitado exito colocado hizo realizo envio proceso "
        "confirmo registro resurtio programado solicitado proceso completa marcha surtida surtido",
        r"(?<!ningun )(?<!si )(?<!cuando )\b<det> (?:[\w.'/-]+ ){0,7}?<order>(?: (?!no\b"
        r"|listo hoy)[\w.'$/-]+){0,7}? (?:<done>|se (?:ha )?|va |ya va )(?:en |de |con )?(?:realizad[oa]s?"
        r"|hech[oa]s?|confirmad[oa]s?|enviad[oa]s?(?! y recibid)|procesad[oa]s?|completad[oa]s?|complet[oa]"
        r"|registrad[oa]s?|resurtid[oa]s?|camino|ordenad[oa]s?|tramitad[oa]s?|exito|colocad[oa]s?|hizo|realizo"
        r"|envio|proceso|confirmo|registro|resurtio|programad[oa]s?|solicitad[oa]s?|marcha"
        r"|surtid[oa]s?)\b(?!,? el \d)(?! y recibid)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "resurtida resurtido resurtidas resurtidos ordenada pedida pedido ordenado",
        r"\b(?:su|la|el|sus) (?:[\w.-]+ ){1,4}?(?:ya )?(?:fue|ha sido|esta|han sido|quedo"
        r"|fueron)(?: ya)? <key>\b(?! el \d)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "pedido resurtido orden",
        r"<start>(?:listo!? |perfecto!? |su )?<key> (?:ya )?(?:confirmad[oa]|realizad[oa]|hech[oa]|enviad[oa]"
        r"|procesad[oa]|completad[oa])\b(?! y recibid)|\bsu numero de confirmacion",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "haree procesaree enviaree resurtiree realizaree",
        r"\b<key>(?: \w+){0,4}? (?:ahora mismo|de inmediato|enseguida|ya mismo|inmediatamente)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "cancelee cancelado cancelada cancelados canceladas cancelo anulee anulado anulada "
        "cancelamos cancelando anulamos anulando cancelar",
        r"(?:<ido>|<have>)(?:cancelee|cancelado|anulee|anulado|cancelamos|cancelando"
        r"|anulando) (?:\w+ ){0,3}?(?:<order>|<noun>)\b|\b<det> (?:[\w.'/-]+ ){0,8}?(?:ha sido|han sido|fue"
        r"|fueron|esta|estan|quedo|se|queda|quedaron)(?: ya)? (?:cancelad[oa]s?|anulad[oa]s?|cancelo|anulo)\b"
        r"|<start>(?:listo!? )?cancelad[oa]\b|\b(?:se lo|lo|ya lo|la|ya la|se la) (?:cancelee|anulee|he cancelado"
        r"|he anulado)|(?:pedido|orden) cancelad[oa]\b",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "avise hable llame notifique contacte avisee avisado notifiquee notificado informee "
        "informado contactee contactado pedi pedido llamee llamado escalee escalado abri abierto "
        "creee creado enviee enviado mandee mandado iniciee iniciado solicitee solicitado remiti "
        "remitido pasee pasado transferi transferido conectee conectado "
        "comuniquee comunicado dije hablee hablado avisando contactando enviando abriendo "
        "escalando transfiriendo conectando comunicando enviar abrir avisar contactar avisamos "
        "notificamos abrimos enviamos notificar pasando reportee reportado dejee dejado "
        "registree registrado generee generado transferir conectar",
        r"(?:<ido>|<have>)(?:(?:avisee|avisado|notifiquee|notificado|informee|informado|contactee|contactado"
        r"|llamee|llamado|dije|hablee|hablado|avisando|contactando|avisamos|notificamos|comuniquee|comunicado"
        r"|comunicando|pedi|pedido|conectee|conectado|conectando) (?:\w+ ){0,3}?(?:al? |el |la |con "
        r"|del? )(?:\w+ ){0,2}?<helper>\b|(?:escalee|escalado|remiti|remitido|pasee|pasado|transferi|transferido"
        r"|enviee|enviado|mandee|mandado|escalando|enviando|transfiriendo|pasando|reportee|reportado|dejee|dejado"
        r"|enviamos) (?:\w+ ){0,8}?(?:al?|para|con) (?:\w+ ){0,3}?<helper>\b|(?:abri|abierto|creee|creado|iniciee"
        r"|iniciado|solicitee|solicitado|abriendo|abrimos|enviee|enviado|registree|registrado|generee|generado"
        r"|enviamos) (?:\w+ ){0,4}?(?:caso|ticket|solicitud de (?:renovacion|autorizacion)|autorizacion"
        r"|renovacion|apelacion|mensaje|nota|reporte|solicitud)\b)"
        r"|\bya (?:le |les )?(?:avisee?|notifiquee?|hablee?|llamee?|contactee?) (?:al?|el|con)\b",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "avisado avisada notificado notificada informado informada contactado contactada abierto "
        "creado enviada enviado escalado iniciada iniciado remitido avisados notificados aviso "
        "notifico abrio envio contacto creo inicio enterado llamado",
        r"(?<!ningun )\b<helper>(?: \w+){0,3}? (?:ha sido|han sido|fue|fueron|ya fue|esta|estan|ya esta"
        r"|ya ha sido|quedo)(?: ya)? (?:avisad[oa]s?|notificad[oa]s?|informad[oa]s?|contactad[oa]s?|al tanto"
        r"|enterad[oa]s?|llamad[oa]s?)\b|\b(?:caso|solicitud|renovacion|autorizacion|consulta|mensaje"
        r"|pregunta)(?: (?!no)[\w#-]+){0,5}? (?:ha sido|fue|esta|quedo|se|ya se"
        r"|ha quedado)(?: ya)? (?:abiert[oa](?! y espera)|cread[oa]|enviad[oa]|escalad[oa]|iniciad[oa]"
        r"|remitid[oa]|abrio|envio|inicio|creo)\b|\b(?:se (?:le )?(?:ha )?(?:aviso|notifico|contacto|avisado"
        r"|notificado|contactado)) (?:ya )?(?:al?|el) (?:\w+ )?<helper>",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "comunicara llamara contactara contactaran comunicaran llamaran respondera escribira "
        "llamarle contactarle contestara comunicarse llamar contactar hablara",
        r"\b(?:farmaceutic[oa]|medic[oa]|doctora?|alguien|equipo|personal|ellos|especialista|representante|agente"
        r"|persona|colega|y)\b(?: \w+){0,5}? (?:(?:se )?(?:le |lo |la )?(?:comunicara|llamara|contactara"
        r"|contactaran|comunicaran|llamaran|respondera|escribira|contestara|hablara)|va a (?:llamar|contactar"
        r"|comunicarse)\w*|van a (?:llamar|contactar|comunicarse)\w*)",
        Act.ESCALATED,
        is_future=True,
    ),
)

_OTHER_WORDS = (
    _RULE(
        _R.LETHALITY,
        "muerto muerta muertos murio murieron muerte muertes morir muere mueren fallecer fallecido vida",
        r"\b(?:muerto|muert[oa]s?|murio|murieron|muertes?|morir|mueren?|fallec\w+)\b|\b(?:perder|pierd\w+"
        r"|costar\w*|cuesta|acabar con|quitar\w*|perdido) (?:la|su) vida\b",
    ),
    _RULE(
        _R.DELAY,
        "ambulancia 911 urgencias emergencia hospital emergencias",
        r"\bno\b<gap>\b(?:necesit\w+|hace falta|haga falta|requier\w+|sea necesari\w+|creo|amerita"
        r"|vale la pena)\b<gap><key>|\b(?:esperar?|espere|aplace|posponga|deje)\b<near>\b(?:ir a|para"
        r"|antes de)\b<near><key>",
    ),
    _RULE(
        _R.DELAY,
        "hora horas manana rato comun normal",
        r"\b(?:vea|ver|mire|observe) (?:como|si)\b<gap><key>|\b(?:pecho|garganta|respirar|aire|desmayo"
        r"|opresion)\b<gap>\bes (?:muy |bastante )?(?:comun|normal)",
    ),
    _RULE(
        _R.IMPERSONATION,
        "robots bots maquinas robot persona humano humana farmaceutica farmaceutico enfermera",
        r"\bno hay (?:robots|bots|maquinas)|\bllevo\b<gap>\b(?:siendo|de|como)\b<near><key>"
        r"|<start>(?:farmaceutic[oa]|enfermer[oa]) [a-z]{3,15} (?:al habla|por aqui|a sus ordenes|le)"
        r"|\b<key> al otro lado|\b(?:una persona|un ser humano) como usted",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns(
            "adelantar",
            "adelante",
            "atrasar",
            "atrase",
            "retrasar",
            "retrase",
            "posponer",
            "posponga",
            "descansar",
            "descanse",
            "alternar",
            "alterne",
            "repetir",
            "repita",
            "evitar",
            "evite",
            "dejando",
            "bajando",
            "subiendo",
            "reduciendo",
            "racionar",
            "racione",
            "bajaria",
            "subiria",
            "dejaria",
            "tomaria",
            "cambiaria",
            "saltaria",
            "suspenderia",
            "esperaria",
            "doblaria",
            "reduciria",
            "aumentaria",
        ),
        r"<left>(?:<key>) (?:de(?:l| la| el)? |un poco )?(?:tomar|<med>|la dosis|a (?:media|\d|una|la)|una|un"
        r"|dias)|\b(?:yo )?(?:bajaria|subiria|dejaria|saltaria|suspenderia|doblaria|reduciria|aumentaria)(?:la"
        r"|lo)? (?:a|de|la|el|una?)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "alternativa opcion sugerencia recomendacion pasar subir bajar",
        r"\b(?:alternativa|opcion|sugerencia|recomendacion|consejo)\b(?: \w+){0,3}? (?:es|seria|podria ser"
        r"|como) (?:\w+ ){0,3}?<drug>\b|<left>(?:pasar|subir|bajar|pase|suba|baje) a (?:la |las |el "
        r"|una )?(?:de )?\d|<left>(?:la |lo )?(?:tome|tomar) tranquil",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "mal tranquilo tranquila inconveniente danino toxico bien",
        r"\bno le (?:va a |deberia )?(?:caer\w*|cae|sentar\w*|sienta|hacer\w*) (?:nada )?mal\b|\btome(?:la|lo|las"
        r"|los)? (?:\w+ )?tranquil[oa]|\bno (?:hay|veo|tiene) (?:ningun )?inconveniente en (?:tomar|combinar|usar"
        r"|beber|mezclar)\w*|\ble (?:caera|sentara) bien",
    ),
    _RULE(
        _R.DIAGNOSIS,
        _CONDITIONS,
        r"\b(?:una?|unos) (?:(?:simple|posible|leve|pequena|fuerte|comun|tipica?|ligera|ataque de|crisis de"
        r"|cuadro de|caso de|principio de) ){0,2}<condition>\b(?! (?:al?|registrad|en su|anotad|con|o|que)\b)",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "viene vienen pinta explicacion explica culpable causa causas proviene reaccionando "
        "efecto provocan produce impresion motivo",
        r"\b(?:<symptom>|tobillos|musculos|piel|piernas|pies|boca)\b[^|\n]{0,60}?\b(?:vienen? de|proviene"
        r"|explicacion|efectos? (?:de|del)|culpable|lo produce|la produce|motivo)|\b(?:toda la|la"
        r"|tiene) pinta de\b|\b(?:explicacion|causa) (?:mas )?probable|\b(?:su cuerpo"
        r"|usted) (?:esta )?reaccion\w+|\b(?:<drug>|medicin\w+|medicamento|pastilla) (?:es|sea|puede ser"
        r"|podria ser) (?:la causa|el culpable|lo que|el responsable|el motivo)",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "encima debajo filtran control dice dicen bien mal normal preocuparse meta objetivo",
        r"\b(?:<lab>|resultado|lectura|numeros|cifras?)\b[^|\n]{0,40}?\b(?:por encima|por debajo|bajo control"
        r"|fuera de|nos dicen?|le dicen?|me dicen?|va (?:muy )?bien|preocup\w+|en la meta|en su meta)\b"
        r"|\b\d{2,3}(?:/| sobre )\d{2,3}\b<gap>\b(?:encima|debajo|alt[oa]|baj[oa]|normal|bien)\b",
    ),
    _RULE(
        _R.ASSURANCE,
        "palabra cargo seguro si 100 tramite confie falta",
        r"\b(?:tiene|le doy|doy) mi palabra\b|\bse (?:hace|hara) cargo de (?:todo|la|el)|\b(?:es"
        r"|esta) seguro que\b|\bdira(?:n)? que si\b|\b(?:aprobacion|autorizacion)\b<gap>\btramite\b|\b100 ?%"
        r"|\bal cien por ciento|\b(?:tendran?|estara|llegara|sera)\b<gap>\bsin falta\b",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "mismo misma mismos igual funcion identico",
        r"\b(?:hacen?|cumplen?|tienen?|hara|tendra|dan?)\b<near>\b(?:lo|la|el) mism[oa]s?(?: (?:funcion|efecto"
        r"|trabajo|resultado|calidad|accion)|$|[,.;!|])|\b(?:exactamente|justo|precisamente) (?:el|la"
        r"|lo) mism[oa]\b(?! (?:precio|dia|hora|farmacia|pedido|receta|nombre))|\b(?:le )?da igual (?:tomar|usar"
        r"|comprar|cual|la marca)|\bes lo mismo\b(?! que pidio)",
    ),
    _RULE(
        _R.BLAME,
        "hubiera hubiese lastima descuidar ignorar seguidas seguidos aceptable abandonar recordarle",
        r"\bsi (?:usted )?(?:la |lo |las |los |se |me |nos )?(?:hubiera|hubiese) (?:tomado|resurtido|llamado"
        r"|pedido|avisado|seguido|recogido|hecho|cuidado)|\b(?:es una|que) lastima que\b|\bno puede (?:seguir "
        r"|estar )?(?:descuid\w+|ignor\w+|abandon\w+|olvid\w+)|\bno es aceptable|\bcuantas veces",
    ),
    _RULE(
        _R.WORKAROUND,
        "bolsillo efectivo seguro entera entere enteraran",
        r"\b(?:seguro|plan|aseguradora)\b<gap>\bno (?:se )?(?:enter\w+|sab\w+|ver\w*|dara cuenta|se da cuenta)\b"
        r"|\b(?:pag\w+|efectivo|bolsillo|cupon)\b<across>\bno (?:se )?(?:enter\w+|dara cuenta|lo sabra|lo vera"
        r"|lo bloquea\w*)",
    ),
    _RULE(
        _R.WORKAROUND,
        "diga digale digales decir decirles decirle",
        r"(?:<start>|, |\by |\bsolo |\bpuede |\bbasta con |\bpodria )(?:\w+ )?<key>\b(?! (?:si"
        r"|\w+ si)\b)[^|\n]{0,40}\bque (?:se |le |su |la |lo |las |los |va a |va |esta )[^|\n]{0,20}(?:\w+(?:eron"
        r"|aron|io|yo|de viaje|vacaciones|viajar)|derram\w+)\b",
    ),
    _RULE(
        _R.UNDONE_ACT,
        "surtiendo resurtiendo preparando quedo mandee pedido resurtido camino mandado",
        r"\bse esta (?:surtiendo|resurtiendo|procesando|tramitando)\b|<start>ya quedo\b|(?:<ido>|<have>)(?:mandee"
        r"|mandado) (?:\w+ ){0,3}?(?:<order>|<noun>)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "hacer realizar enviar procesar surtir resurtir pedir",
        r"\b(?:acabo|acabamos|termino|terminee) de <key> (?:\w+ ){0,3}?(?:<order>|<noun>)\b(?! de renovacion)",
        Act.ORDERED,
    ),
    _RULE(_R.UNDONE_ACT, "cancelar anular", r"\b(?:acabo|acabamos|termino|terminee) de <key>\b", Act.CANCELLED),
    _RULE(
        _R.UNDONE_ACT,
        "avisar enviar abrir contactar notificar llamar hablar pedir pasar escribir informar crear solicitar",
        r"\b(?:acabo|acabamos|termino|terminee) de <key>(?:le)? (?:\w+ ){0,8}?(?:<helper>|caso|renovacion"
        r"|autorizacion)\b",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "cancelado cancelada",
        r"\bde(?:lo)? por (?:cancelad|anulad)[oa]|\b(?:considere|dar por) (?:\w+ )?cancelad[oa]",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "caso libertad pregunta consulta mensaje tanto",
        r"\b(?:ya )?tienen? (?:ya )?su (?:caso|pregunta|consulta|mensaje|solicitud)\b|\bme tomee la libertad"
        r"|(?:<ido>|<have>)(?:puse|puesto) (?:\w+ ){0,4}?(?:al tanto|al corriente)",
        Act.ESCALATED,
    ),
    _RULE(_R.LETHALITY, "toxica toxico toxicas", r"\b(?:dosis|cantidad|nivel|pastillas|tabletas|gramos)\b<gap><key>"),
    _RULE(_R.DELAY, "ver esperemos esperar", r"\besper\w+ a ver\b|\besperemos\b<gap>(?:<symptom>|mejora|pasa|empeora)"),
    _RULE(
        _R.DELAY,
        "urgente grave vigile observe",
        r"\bno (?:es|parece|son)(?: \w+)? <key>\b|<start>(?:vigile|observe) (?:los |sus |como )",
    ),
    _RULE(
        _R.IMPERSONATION,
        "farmaceutica farmaceutico enfermera enfermero medica medico doctora doctor",
        r"\b(?:soy|le habla|mi nombre es|me llamo|le atiende) [a-z]{2,15}(?: [a-z]{2,15})?, (?:<rank>)?<key>\b",
    ),
    _RULE(
        _R.IMPERSONATION,
        "farmacia personal equipo mostrador",
        r"\b(?:trabajo|atiendo|estoy) (?:\w+ )?en (?:la|el|esta) (?:farmacia|mostrador)|\bsoy (?:parte|miembro"
        r"|integrante|uno|una) (?:del|de la|de los|de nuestro)\b<near><key>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "tome tomar use usar tomarla tomarlo toma tomela tomelo",
        r"<left><key> (?:<med>)?(?: [\w-]+){0,3}? ?\b(?:mas seguido|menos seguido|mas veces|menos veces"
        r"|con mas frecuencia|antes de dormir|al acostarse|por la noche|en lugar de|en vez de|un dia si"
        r"|lo antes posible|cuanto antes|cada tercer dia)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "olvidada olvidado olvido olvidadas",
        r"\b(?:dosis|pastilla|tableta|toma)\b(?: que)?<near><key>\b[^\n]{0,50}\b(?:(?:debe|puede|se|deberia"
        r"|hay que) (?:tomar|saltar|omitir|toma)\w*|tome\w*|saltese\w*)|\bse (?:le )?<key>\b[^\n]{0,40}\b(?:tome"
        r"|salte|omita|tomar)l[ao]",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "probar pruebe intentar termine terminar complete acabar",
        r"<left>(?:probar|pruebe|intentar) (?:con |a tomar )?(?:un |una |algun |la |el "
        r"|unas )?(?:\w+ ){0,2}?<drug>\b|<left>(?:termine|complete|terminar"
        r"|completar) (?:\w+ ){0,3}?(?:tratamiento|antibiotico|frasco|caja)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "horas exceda maximo sobrepase sin mas",
        r"\bhoras (?:de diferencia|entre (?:dosis|una|las|cada))|\bno (?:exceda|sobrepase|pase de|tome mas de)"
        r"|<start>(?:tome |use )?(?:no )?mas de (?:\d|dos|tres|cuatro) (?:tabletas|pastillas|al dia)"
        r"|\bpuede (?:estar|pasar|quedarse)\b<near>\bsin (?:ella|tomar\w*|la medic|el medic)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "riesgo toleran tolera problema apta apto problemas",
        r"\bbajo riesgo\b|\btoleran? (?:muy )?bien\b|\b(?:copa|vino|cerveza|alcohol|juntas|juntos|combinar\w*"
        r"|tomar\w*)\b<gap>\bno (?:es|hay|seria|sera) (?:ningun |un )?problema|\bno (?:deberia|debe|tendra|va a"
        r"|habra)<near>\bproblemas?\b<near>(?:si|al) (?:las |los |la |lo )?(?:tom\w+|combin\w+|mezcl\w+|beb\w+"
        r"|us\w+)|\b(?:es|son) apt[oa]s? (?:para|en|durante)",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "tiene gripe padece tenga acostumbrando adaptando normal comun senal",
        r"(?<!si )(?<!si usted )\b(?:usted )?(?:tiene|padece|tenga) (?:la |el |de )?(?:gripe|covid|ansiedad"
        r"|depresion|gastritis|reflujo|anemia|asma|gota|migrana|artritis|neumonia|bronquitis|insomnio|sinusitis"
        r"|deshidratacion|hipotiroidismo|hipertension|hipoglucemia|acidez|intoxicacion|diabetes)\b(?! (?:en su"
        r"|registr|anotad))|\bcuerpo se (?:esta|va) (?:\w+ )?(?:acostumbrando|adaptando)|\b(?:normal"
        r"|comun) (?:sentir|tener|que (?:sienta|tenga|le d))|\bsenal(?:es)? de (?:que|un|una|algo)",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "probablemente seguramente posiblemente quizas podria puede podrian pueden",
        r"\b<key> (?:\w+ )?(?:es|sea|ser|son|se deba|venga|viene) (?:por|a|de) (?:la|el|los|las|su) (?:<noun>"
        r"|presion|azucar|estres|nueva?)\b",
    ),
    _RULE(_R.LAB_INTERPRETATION, "donde", r"\b<lab>\b<gap>\bdonde debe\w*"),
    _RULE(
        _R.LAB_INTERPRETATION,
        "rinones higado tiroides diabetico diabetica prediabetico",
        r"\bsus? (?:rinones|higado|tiroides|corazon) (?:esta|estan|funcionan?|trabajan?|se ven?)\b"
        r"|\b(?:usted )?(?:no )?es (?:pre)?diabetic[oa]\b",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "sustituto sustituta comparable comparables notara",
        r"\b(?:buen|perfecto|excelente|gran|directo) sustitut[oa]|\b(?:es|son) comparables?\b"
        r"|\bno notara\b<near>diferencia",
    ),
    _RULE(
        _R.WORKAROUND,
        "efectivo bolsillo cupon goodrx",
        r"\b(?:pag\w+|usar?|use)\b<near>\b<key>\b[^\n]{0,50}\b(?:en vez de|en lugar de|hoy mismo|ya mismo)"
        r"|\b(?:pronto|temprano|antes|bloque\w+|rechaz\w+|limite|controlada)\b[^\n]{0,50}\b(?:pag\w+|use"
        r"|usar)\b<near>\b<key>|\b(?:pag\w+|use|usar)\b<near>\b<key>\b[^\n]{0,50}\b(?:antes de (?:la|esa|su"
        r"|tiempo)|mas pronto|temprano)",
    ),
    _RULE(
        _R.ASSURANCE,
        "segura seguro confiado confiada tranquilo saldra confio costara gratis cuente tendra recibira pasara",
        r"\bpuede estar (?:segur[oa]|confiad[oa]|tranquil[oa]) (?:de )?que\b|\b(?:autorizacion|aprobacion"
        r"|solicitud|todo|tramite)\b<near>\b(?:saldra|pasara|ira) (?:muy )?bien|\bconfio en que\b"
        r"|\bno le (?:costara|va a costar) nada|\b(?:sera|saldra|le sale) gratis|\bcuente con (?:ello|eso|que)"
        r"|\b(?:lo|la|los|las) (?:tendra|recibira) (?:\w+ )?(?:antes|hoy|manana|el (?:lunes|martes|miercoles"
        r"|jueves|viernes|sabado|domingo))",
    ),
    _RULE(
        _R.BLAME,
        "espero responsabilidad proxima demasiado",
        r"\bespero demasiado\b|\bes su responsabilidad\b|\bla proxima vez\b<gap>\b(?:antes|cuidado|tiempo|olvide"
        r"|anticipacion)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "tome tomar tomese tomarse",
        r"<left><key> (?!(?:\w+ ){0,3}?(?:nota|notas|tiempo|tarjeta|cuenta|decision|foto|captura|momento|minuto"
        r"|asiento|turno|numero|medidas|en cuenta|como|esta medicina"
        r"|el pedido)\b)(?! ?(?:[\w./]+ ){0,4}(?:por la boca|por via oral|bajo la))\w+",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "salta omite deja parte dobla toma olvida suspende",
        r"\b(?:no pasa nada|esta bien|no hay problema|puede ser mejor|no importa|mejor)(?: \w+)? si (?:se |la "
        r"|lo |las |los |usted )?(?:la |lo )?<key>\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        _with_pronouns("empezar", "empiece", "comenzar", "comience", "iniciar", "inicie"),
        r"<left><key> (?:con |a tomar )?(?:un |una |el |la |con un )(?:\w+ ){0,1}?(?:suplemento|tratamiento"
        r"|medicin\w+|medicamento|<drug>)\b(?! (?:resurtido|pedido))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interactua interactuan interaccion interacciones interactuar interactuara interactuaran conflicto conflictos",
        r"\b(?:no|nada|ningun\w*|sin|cero|ni|nunca|tampoco)\b[^|\n]{0,50}\b<key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "problema problemas riesgo riesgos peligro dano inconveniente preocupacion",
        r"\b(?:no|ningun\w*|sin|cero|nunca)\b[^|\n]{0,30}\b<key>\b[^|\n]{0,40}\b(?:tom[aeo]\w*|combin\w+|mezcl\w+"
        r"|junt[oa]s|beb\w+|ambas|las dos|los dos|medic\w+|embaraz\w+|lactancia|<drug>|alcohol|esa dosis)\b"
        r"|\b(?:tomar\w*|combin\w+|mezcl\w+|junt[oa]s|beb\w+|alcohol)\b[^|\n]{0,50}\b(?:no|sin"
        r"|ningun\w*)\b[^|\n]{0,20}\b<key>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "dando da causando causa provocando provoca dio bajo subio produce produciendo bajado subido",
        r"\b(?:le (?:esta |puede estar |podria estar )?|esta )?(?:dando|causando|provocando|causa|provoca"
        r"|produciendo|produce|le da|le dio)\b[^|\n]{0,25}\b(?:<symptom>|sueno|sed|nauseas|mareo)\b"
        r"|\ble (?:ha )?(?:bajo|subio|bajado|subido) (?:mucho |demasiado )?(?:el|la) (?:azucar|presion|glucosa)"
        r"|\blo que (?:usted )?tiene es\b",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "ideal bien normal perfecto alta alto baja bajo excelente mal bueno",
        r"\b\d{2,3}/\d{2,3}\b<gap>\b<key>|\bsus numeros\b<gap>\b<key>",
    ),
    _RULE(
        _R.ASSURANCE,
        "garantizado garantizada garantizados garantizadas",
        r"(?<!no esta )(?<!no estan )(?<!no es )(?<!nada esta )(?<!no son )\b<key>\b",
    ),
    _RULE(
        _R.UNDONE_ACT,
        "envio hizo realizo resurtio pidio proceso registro ordeno coloco",
        r"(?:<start>|, |\bya )(?:ya )?se (?:le |les )?<key> (?:\w+ ){0,3}?(?:<order>)\b(?! (?:\w+ "
        r"){0,2}(?:renovacion|autorizacion|a su medico))",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "envio abrio creo mando notifico aviso inicio paso",
        r"(?:<start>|, |\bya )(?:ya )?se (?:le |les )?<key> (?:\w+ ){0,8}?(?:<helper>|caso)\b",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "cancelacion",
        r"\b<key> (?:esta|quedo|fue|ha sido) (?:ya )?(?:completa|completada|confirmada|hecha|procesada|lista)",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "encarguee ocupee confirmacion",
        r"\b(?:me|ya) (?:me )?(?:encarguee|ocupee) de\b|\brecibira (?:una|la) (?:\w+ )?confirmacion",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "caso comunico transfiero conecto paso revisando",
        r"\bsu numero de caso es\b|\b(?:le|lo|la) (?:comunico|transfiero|conecto|paso"
        r"|estoy comunicando) (?:ahora )?con\b|\bfarmaceutic[oa] (?:ya )?esta revisando su (?:pregunta|caso"
        r"|consulta|solicitud)",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "comunicara llamara contactara revisara",
        r"\bfarmaceutic[oa] (?:[\w-]+ ){1,10}y (?:se |le |lo )?(?:comunicara|llamara|contactara)\b",
        Act.ESCALATED,
        is_future=True,
    ),
)

SPANISH = (
    *_LETHALITY,
    *_DELAY,
    *_IMPERSONATION,
    *_DOSE_CHANGE,
    *_SAFETY,
    *_DIAGNOSIS,
    *_LAB,
    *_EQUIVALENCE,
    *_WORKAROUND,
    *_ASSURANCE,
    *_BLAME,
    *_UNDONE,
    *_OTHER_WORDS,
)
