"""Ordinary words that are never the name of a medicine, so that they are not taken for a misspelt one."""

from rxflow.dialogue.everyday_words import FREQUENT_WORDS, RARER_WORDS

_PHARMACY_WORDS = frozenset(
    """
    about above actually adios after again agree agua ahead ahora alguien all allergic allergies allergy almost already
    also always amount another antes any anymore anyone anything aqui area around asap asked asthma austin away ayuda
    back bacteria baja barata barato because been before being best better between black blood bottle both brand bring
    brother buenas bueno buenos business busca busco call called came cancel cancelar capsule capsules cardiac care
    cash cerca cercana change cheap cheaper cheapest check child children cholesterol city clinic close closer closest
    cobertura color come coming compare complete confirm confirmar congress correct correcto cost costco costs could
    cousin cover coverage covered covers cream cubre cual cuales cuando cuanta cuantas cuanto cuenta cuesta currently
    dame date daughter days deber dejar delivery depression describe desde diabetes dias different direct disease
    doctor does dollars donde dosage dose doses double down drive drug drugs earlier early earliest east either else
    emergency enough entire entonces espanol esta estan estas este esto even ever every everyone everything exact
    excuse expensive expire expired extra family farmaceutica farmaceutico farmacia farmacias fast faster fastest
    father favor feel feeling fill filled filling final find fine first follow forget found friday friend from full
    general generic generica generico genericos getting give given going gone good gracias great guess guest hablar
    hace hacer happen hasta have having health hear heard heart heartburn hello help here high hola hold home hora
    horario horas hours house however hungry hurry hurt husband ignore important inhaler injection insomnia
    insurance inside instead instructions interact interactions just keep kidney kind know last lastima late later
    least leave left less level like limit line list little live local long longer look looking lost lower luck made
    mail make many manana mantener maybe mean means meant medica medical medicamento medicamentos medicare medication
    medications medicina medicinas medicine medicines medico meds mejor menos mental message middle might migraine
    miligramos milligrams mine minute minutes moment monday money month monthly more morning most mother much muchas
    mucho mueller muscle name named nearby nearest necesita necesito need needed needs nerve never next night noches
    none normal north nothing notice nuevo number nunca nurse o'clock office often once only open opens option options
    order ordered orders original other otra otro ours outside over package paid pain para parents part pastilla
    pastillas patient pay pedido people pero person personal pharmacies pharmacist pharmacists pharmacy phone pick
    pickup pide pill pills place plan please policy poquito porque possible pounds preferred pregnant prescribed
    prescriber prescription prescriptions pressure prevent previous price prices prior private probably problem
    problems program prompt propia provider puede puedo question questions quick quickly quiero quiere quisiera ready
    reaction really reason receive receta recetas recent recommend refill refilled refilling refills regarding
    regular relief remain remaining remember remind renew renewal repeat request require research resurtir return
    right rules running safe same saturday save schedule second seguro seguros semana send senor service several
    sharp should show sick side simple since sister sleep small social sofia some somebody someone something somewhere
    soon sorry south speak spray start started station status stay still stock stomach stop store street strength
    strong stuff submit sugar suger sunday supply support suppose sure surtir switch symptom symptoms system tablet
    tablets tablette take taken takes taking talk tarde tardes tell tengo than thank thanks that their them then there
    therapy these they thing things think third this those thought three through thursday thyroid till time times
    tiene tienen today todas todo todos together told tomar tomo tomorrow tonight took tool total track transfer
    travel treat treatment trip trouble true trying tuesday twice under understand unsure until upcoming update urgent
    used using usual usually vacation verify very visit wait waiting walgreens walmart want wanted wants warehouse
    water wednesday week weekend weekly weeks well went were west what whatever when where whether which while whole
    whose wife will wish with within without woman wonder work working works world worried worry would wrong year
    years yesterday your yours yourself zero ninguna ninguno cerrar cierra abierta abierto domingo lunes martes
    miercoles jueves viernes sabado presion alta azucar corazon dormir dolor espalda ansiedad colesterol tiroides
    h-e-b randalls apothecary lamar smith johnson chen williams garcia brown wilson davis anderson martinez taylor rossi
    ninety thirty sixty hundred twenty reminder recordar insist immediately system admin administrator developer
    debug hours hour place placed thanks thankyou options compare comparing comparison cheaply mother's mom moms mommy
    daddy grandma grandpa mama papa hija hijo esposa esposo please, okay alright yeah yep nope none emily sarah david
    robert mary john linda james thomas olivia hannah maria aisha william pretty vital alive morning's afternoon evening
    heather translate translated president nostril nostrils liquid
    chance concern concerns raise gratis spirit spirits visitor convert restore retain preventing enhance commitment
    camila errin yasmin junel lyza nora loryna aubra marlissa larissia sharobel vienva jencycla deblitane
    """.split()
)

COMMON_WORDS = _PHARMACY_WORDS | FREQUENT_WORDS
"""Words so common that what is near one of them is likely to be that word misspelt."""

ORDINARY_WORDS = COMMON_WORDS | RARER_WORDS
