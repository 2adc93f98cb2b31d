"""The lists of words, in English and Spanish, of which the red-flag rules are made; lower case, without accents."""

# Short forms, chat abbreviations and frequent misspellings, each with what it stands for.
_LONGER = """
dont: do not | doesnt: does not | didnt: did not | isnt: is not | arent: are not | wasnt: was not | werent: were not
havent: have not | hasnt: has not | hadnt: had not | couldnt: could not | wouldnt: would not | shouldnt: should not
neednt: need not | cant: can not | cannot: can not | cnt: can not | wont: will not | dnt: do not | aint: is not
dosent: does not | doesent: does not | ill: i will | im: i am | ive: i have | youre: you are | theyre: they are
theyve: they have | weve: we have | shes: she is | hes: he is | theres: there is | thats: that is | whats: what is
i'll: i will | its: it is | everyones: everyone is | wanna: want to | gonna: going to | gotta: got to
imma: i am going to | ima: i am going to | tryna: trying to | kms: kill myself | rn: right now | idk: i do not know
od'd: overdosed | od'ed: overdosed | oded: overdosed | odd: overdosed | od: overdosed | oding: overdosing
ods: overdosed | u: you | ur: your | cuz: because | bc: because | accidently: accidentally
accidentaly: accidentally | accidentially: accidentally | mistakenly: accidentally | chst: chest | ches: chest
chets: chest | cheast: chest | pian: pain | pians: pain | brethe: breathe | breth: breath | breate: breathe
brathe: breathe | breeth: breathe | braeth: breath | breaf: breath | siezure: seizure | seziure: seizure
seisure: seizure | ceizure: seizure | siezures: seizures | seizer: seizure | strok: stroke | storke: stroke
tounge: tongue | tung: tongue | toung: tongue | thoat: throat | troat: throat | swollowed: swallowed
swolled: swallowed | swallered: swallowed | swolen: swollen | swelled: swollen | uncounscious: unconscious
unconcious: unconscious | uncontious: unconscious | suacide: suicide | sucide: suicide | sucidal: suicidal
suicidle: suicidal | disapear: disappear | dissapear: disappear | mself: myself | hisself: himself | hurtin: hurting
bleedin: bleeding | breathin: breathing | havin: having | shakin: shaking | tryin: trying | tylonol: tylenol
perscription: prescription | ou: you | bp: bloodpressure | sob: short of breath | amublance: ambulance
heartattack: heart attack | nosebleed: nose bleeding | nosebleeds: nose bleeding | q: que | k: que | xq: porque
pq: porque | stoy: estoy | toy: estoy | kiero: quiero | qiero: quiero | kiere: quiere | aogando: ahogando
aogo: ahogo | m: me | pa: para | rrespirar: respirar | respiar: respirar | resipirar: respirar | pstillas: pastillas
pastiyas: pastillas | haci: asi | aver: a ver | vivr: vivir | murir: morir | pex: pecho | inche: hinche
incho: hincho | inchado: hinchado | inchada: hinchada | inchados: hinchados | inchando: hinchando | inchan: hinchan
incharon: hincharon | combulsion: convulsion | combulsiones: convulsiones | combulsionando: convulsionando
convulcion: convulsion | convulciones: convulsiones | convulcionando: convulsionando | bomitando: vomitando
bomito: vomito | vomitos: vomito | trage: trague
insted: instead | insteadof: instead of | ves: vez | tok: took | tuk: took | toook: took | n: and | nd: and | r: are
num: numb | rite: right | hart: heart | headake: headache | hedache: headache | hedake: headache | headach: headache
throte: throat | thraot: throat | slurd: slurred | slured: slurred | gona: going to | gonna: going to | goin: going
gunna: going to | hersef: herself | mysef: myself | himsef: himself | myslf: myself | choaked: choked
axident: accident | acident: accident | acsident: accident | doulbe: double | dubble: double | boyfreind: boyfriend
suger: sugar | shugar: sugar | shuger: sugar | alcol: alcohol | alchol: alcohol | alchohol: alcohol | nite: night
2nite: tonight | tonite: tonight | unites: units | skins: skin | comin: coming | frend: friend | freind: friend
childs: child | cof: cough | coffing: coughing | brething: breathing | breding: breathing | bleedding: bleeding
dieing: dying | diying: dying | fient: faint | fanted: fainted | fainded: fainted | nees: knees | hed: head
tummie: tummy | stumach: stomach | stomack: stomach | wrng: wrong | rong: wrong | pois: poison | poisen: poison
poisin: poison | swalow: swallow | drunked: drank | drinked: drank | eated: ate | takin: taking | tooken: taken
overdoes: overdose | overdos: overdose | ovardose: overdose | x: por | d: de | xfa: por favor
bb: bebe | bbs: bebes | tmb: tambien | tb: tambien | dl: del | pq: porque | porq: porque |
ijo: hijo | ija: hija | ijos: hijos | asta: hasta | ase: hace | iso: hizo | aser: hacer | ai: hay | oi: hoy
oy: hoy | wierd: weird | terible: terrible | horible: horrible | wil: will | wnt: want
wana: want to | wont: will not | sed: said | cumming: coming | thro: throw | threwup: threw up | throwup: throw up
passedout: passed out | nobreath: no breath | cudnt: could not | cudn't: could not | wakin: waking | lifes: life
kil: kill | kll: kill | boi: voy | voi: voy | bamos: vamos | mui: muy | vien: bien | pasd: passed | pased: passed
flor: floor | wen: when | wat: what | ppl: people | thot: thought | tho: though
tooked: took | wak: wake | gav: gave | giv: give | myslef: myself | hmself: himself | disapeer: disappear
swallo: swallow | cnat: can not | canot: can not | cann't: can not
plz: please | pls: please | hurtz: hurts | hurtin: hurting | pexo: pecho | serrando: cerrando | serando: cerrando
ths: this | anymor: anymore | mixd: mixed | ia: ya | bida: vida | hav: have | evry: every
"""

# Two words that are one.
_MERGED = """
side effect: sideeffect | side effects: sideeffect | side affect: sideeffect | side affects: sideeffect
efecto secundario: sideeffect | efectos secundarios: sideeffect | heart burn: heartburn
blood pressure: bloodpressure | presion arterial: bloodpressure | presion alta: bloodpressure | no one: nobody
sleeping pills: pills | pain pills: opioids | pain patch: opioids | pain patches: opioids | over dosed: overdosed
over dose: overdose | over dosing: overdosing | under age: underage | black outs: blackout
rubbing alcohol: rubbingalcohol | blood thinner: bloodthinner | blood thinners: bloodthinner
"""


def _pairs(table: str) -> dict[str, str]:
    entries = (entry.partition(":") for line in table.split("\n") for entry in line.split("|") if entry.strip())
    return {key.strip(): meaning.strip() for key, _, meaning in entries}


LONGER = _pairs(_LONGER)
MERGED = _pairs(_MERGED)

# Words known even with one letter too many, too few, wrong or swapped.
FORGIVEN = """
breathe breathing seizure seizures unconscious suicidal suicide overdose overdosed swallowed accidentally bleeding
swelling swollen throat stroke convulsion convulsions convulsing headache blister blisters blistering jaundice
collapsed fainted vomiting poisoned anaphylaxis anaphylactic allergic withdrawal withdrawals tightness medication
medications medicine medicines tablets capsules unresponsive numbness slurred gasping wheezing choking suffocating
hallucinating confused disoriented kidding boyfriend husband daughter toddler grandson bottle bottles yellow urine
reason instead double disappear myself himself herself tablespoon teaspoon serotonin glucose insulin warfarin
coumadin eliquis xarelto plavix fentanyl oxycodone percocet hydrocodone methadone
morphine heroin tramadol lamotrigine lamictal bactrim carbamazepine atorvastatin simvastatin rosuvastatin lipitor
klonopin clonazepam lorazepam alprazolam diazepam tylenol acetaminophen ibuprofen metoprolol lisinopril metformin
gabapentin benadryl melatonin adderall zoloft sertraline levothyroxine amlodipine respirar pastillas pastilla
medicina medicinas desmayo desmaye convulsiones sobredosis garganta lengua hinchada hinchado hincho sangrando sangre
vomitando vomito suicidarme suicidarse matarme matarse morirme morirse ampollas sarpullido ronchas amarillos
amarilla amarillo confundido confundida azucar insulina derrame infarto inconsciente ahogando asfixiando equivocada
""".split()

# A list may name another list.
LISTS = {
    "FAMILY": """
        comadre compadre nuera yerno stepmom stepdad nanny babysitter ninera padrino madrina bisabuela
        bisabuelo viejo viejita viejito senora senor suegrita mamita papito
        gramps grams grammy pops papaw mamaw mom moms mum mommy mama ma mother mothers dad dads daddy papa pa father
        fathers husband husbands hubby wife wifes wives spouse partner partners boyfriend girlfriend bf gf fiance
        fiancee brother brothers sister sisters grandma grandmas grandmother granny nana grandpa grandpas
        grandfather aunt uncle cousin friend friends roommate roomate roommates neighbor neighbors neighbour
        coworker inlaw patient client resident esposo esposa marido mujer novio novia pareja hermano hermana abuelo
        abuela abuelito abuelita tio tia primo prima suegro suegra cunado cunada amigo amiga vecino vecina mami papi
        companero companera
    """,
    "CHILD": """
        stepkid hijastro hijastra hijastros
        littleguy bebito bebita chiquillo chiquilla escuincle mija mijo muchachito nietecita nietito nietita
        grandkids
        kiddo kiddos tot lil grandkiddo grandbabies yo mo son sons daughter daughters kid kids child childs children
        baby babys toddler toddlers infant newborn preschooler boy boys girl girls grandson grandsons granddaughter
        grandkid grandkids grandbaby grandchild grandchildren niece nieces nephew nephews twins twin teen teenager
        stepson stepdaughter hijo hija hijos hijas hijito hijita nino nina ninos ninas bebe bebes nieto nieta nietos
        nietas nietecito sobrino sobrina sobrinos chiquito chiquita nene nena chamaco chamaca muchacho
    """,
    "PET": """
        gatita gatitas gatitos kitty bunny rabbit conejo parrot horse ferret hamster perritos perritas perros
        gatos mascotas puppies kittens
        dog dogs cat cats puppy kitten pup doggy perro perra perrito perrita gato gata gatito cachorro mascota
    """,
    "PARTNER_ES": """
        esposo esposa marido novio novia pareja papa padre padrastro mama madre hijo hermano tio exnovio exesposo
        exmarido cunado suegro hombre senor alguien ella vecino ex
    """,
    "SHE": """
        he she they him her someone somebody guy man woman lady person anyone el ella ellos alguien senor senora
    """,
    "PERSON": "FAMILY CHILD SHE",
    "PARTNER": """
        husband hubby boyfriend girlfriend wife partner spouse ex bf gf fiance dad father stepdad stepfather mom
        mother stepmom roommate caregiver uncle brother son him her he she someone somebody guy man they nurse aide
        stalker landlord esposo esposa marido novio novia pareja papa padre padrastro mama madre madrastra hijo
        hermano tio exnovio exesposo exmarido cunado suegro hombre senor alguien ella
    """,
    "REFLEX": "myself himself herself themself themselves ourselves hisself itself",
    "MY": """
        my mine his her hers their the a an our your this that these those some mi mis su sus el la los las un una
        unos unas esta este estas estos otra otro
    """,
    "BE": """
        am is are was were be been being feel feels feeling felt get gets getting got gotten look looks looking seem
        seems went going gone turn turned turning turns became become becoming starting started start starts keep
        keeps has have had having s esta estan estoy estamos estaba anda ando tiene tienen tengo tenia siente siento
        se me le les puso pone poniendo ponen pusieron quedo just suddenly now still all both left right
    """,
    "VERY": """
        so very really real pretty super too extremely kinda kind sort of a bit little bad badly quite totally
        completely barely almost muy tan bien demasiado demasiada mucho mucha bastante todo toda todos poco medio un
    """,
    "FILL": """
        even really able to hardly barely be properly seem seems keep get getting him her them my can could fully
        completely poder puede puedo podemos se lo la le me bien casi quiere podido still at all any just going
    """,
    "CHEST": "chest pecho",
    "FACE": """
        face cara rostro mouth boca smile sonrisa
        facial
    """,
    "LIMB": "arm arms leg hand brazo brazos pierna mano",
    "SIDE": "side lado mitad half",
    "MUSCLE": """
        muscle muscles muscular musculo musculos legs thighs calves shoulders body piernas muslos pantorrillas
        cuerpo
    """,
    "HURT": """
        piedra losa ladrillo peso stone rock anvil truck tonelada plancha punza quema
        pain pains painful hurt hurts hurting hurted ache aches aching tight tightness tightening tightens pressure
        heavy heaviness squeeze squeezed squeezing squeezes crushed crushing crush burning stabbing sharp discomfort
        throbbing elephant brick weight vise band standing sitting sits stands stepping clutching clutches grabbing
        cramp cramping twinge strangling pinching pinch dolor dolores duele duelen duela dolia doliendo doler
        apretado apretada aprieta aprietan apretaba apretando apreton oprime oprimido opresion presion punzada
        punzadas pesado pesada pesadez molestia arde ardor piquete killing bothering bothers unbearable
    """,
    "BREATHE": """
        breath breathe breaths breathing breathes respira respirar respirando respiro respire respiracion
    """,
    "TROUBLE": """
        trouble difficulty difficulties difficult hard hardly barely struggling struggle struggles struggled problem
        problems issues harder tough labored scarcely cuesta costando dificultad dificil trabajo batalla batallando
        apenas problemas sofoco fighting laboring
    """,
    "BLUE": "blue purple bluish gray grey azul azules azulado morado morados morada moradas azulada",
    "LIPS": """
        lips lip fingernails nails fingers labios labio unas dedos
        fingertips fingertip toes nailbeds deditos punta
    """,
    "SWELL": """
        bigger huge enlarged enormous agrandando enorme swell swells swelling swollen swole swelled puffy puffing
        puffed puff ballooned blowing hinchado hinchada hinchandose hinchados hinchadas hincho hincha hinchan hinchando
        hincharon hinchazon hinchar hinche inflamo inflamando inflamada inflamados inflamaron
    """,
    "AIRWAY": "throat throats tongue lengua garganta uvula airway",
    "LIPFACE": "lips lip face mouth eyelids eyelid cheeks labios labio cara boca parpados cachetes",
    "CLOSE": """
        closing closed close closes closin constricted constricting tight tightening tightness narrowing blocked
        shut shutting swell swells swelling swollen swole puffy cerrando cerrada cerro cierra cerrar cerrandose
        cerrado apretada aprieta obstruida
    """,
    "STOOL": """
        stool stools poop poops pooping poo bowel bm bms shit diarrhea feces caca popo heces excremento evacuaciones
        evacuacion evacuando
    """,
    "TARRY": "blood black tarry tar bloody maroon negro negra negras negros alquitran sangre",
    "BLOODY": "blood bloody sangre",
    "BLEED": """
        bleed bleeds bleeding bled hemorrhage hemorrhaging hemorrhaged sangrando desangrando desangrandose desangra
        sangra sangrado sangro sangrar
        hemorragia sangre
    """,
    "VOMIT": """
        vomit vomits vomiting vomited vomitting puke puking puked throw throwing threw throws barfing vomitando
        vomito vomita vomite vomitado vomitar vomitos devolviendo nausea
    """,
    "CONFUSED": """
        confused confusion disoriented delirious incoherent loopy lethargic combative confundido confundida
        desorientado desorientada delirando perdido perdida incoherente aturdido aturdida ido ida
    """,
    "SHAKE": """
        shaking shaky shakes shake tremble trembling trembles tremors tremor jittery temblando tiembla tiemblo
        temblor temblores temblorosa temblar temblaba
    """,
    "SWEAT": "sweat sweating sweaty sweats clammy sudando sudor sudores suda sudo sudar",
    "AGITATED": """
        agitated agitation restless twitch twitching twitches jerking jerky spasms clonus agitado agitada inquieto
        inquieta agitacion espasmos brincos sacudidas
    """,
    "RIGID": """
        rigid rigidity stiff stiffness locked tieso tiesa tiesos tiesas rigido rigida rigidos rigidez duros
        engarrotado
    """,
    "FEVER": "fever feverish fevers temperature fiebre calentura temperatura",
    "RASH": "rash rashes hives eruption welts sarpullido salpullido ronchas roncha erupcion urticaria brote",
    "BLISTER": "blister blisters blistering blistered ampollas ampolla ampollando vejigas llagas ulceras",
    "SORES": "sores sore ulcers ulcer blisters blister blistering llagas llaga ulceras ampollas aftas raw",
    "YELLOW": """
        yellow yellowish yellowing amarillo amarilla amarillos amarillas amarillento amarillentos amarillenta
    """,
    "URINE": "urine pee peeing peed piss orina orino orinando pipi orine meados",
    "DARK": "dark brown cola coke tea coca colored oscura oscuro oscuras cafe rojiza roja negra marron",
    "FEW": "NUM_2_2 NUM_3_3 two three couple dos tres",
    "MANY": """
        thirteen fourteen sixteen seventeen eighteen nineteen sixty seventy eighty ninety trece catorce
        dieciseis diecisiete dieciocho diecinueve sesenta setenta ochenta noventa
        NUM_9_9999 four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred dozen
        cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta cincuenta cien docena
    """,
    "NUMBER": "NUM_1_9999 one FEW MANY una uno un",
    "BUNCH": """
        bunch handful handfuls lot lots ton tons load loads whole entire fistful several punado punados monton bola
    """,
    "TOO": "many much mucho muchas",
    "APPROX": """
        like about maybe around almost over at least roughly probably as como unas unos casi mas de por lo menos
    """,
    "TOOK": """
        mastique mastico masticado
        took taken swallowed ingested ate eaten drank drunk chugged downed popped consumed gulped tooken snorted
        smoked tome tomado tomaron tomohoy trague trago tragado tragaron comi comio comido bebi bebio bebido ingeri
        ingirio tomamos
    """,
    "DOSED": """
        TOOK gave given injected inject shot used dosed di dio dimos dieron inyecte inyecto puse puso aplique aplico
        administre squeezed sprayed chewed retook eating
    """,
    "TAKING": "taking drinking swallowing eating tomando tragando",
    "CHILDATE": """
        swallowed ate eaten drank drunk chewed licked sucked ingested munched gulped consumed trago comio bebio
        mastico chupo ingirio lamio tragado comido bebido
    """,
    "EXTRA": "extra additional another more mas demas",
    "MISTAKE": """
        accidentally accident mistake error accidente accidental equivocacion querer purpose oops proposito
        accidentalmente
    """,
    "OWNERS": """
        husbands wifes moms mothers dads fathers sons daughters brothers sisters grandmas grandpas roommates
        neighbors friends babys partners boyfriends girlfriends kids dogs cats else's elses somebodys someones hers
        grandmothers uncles aunts spouses childs roomates mamas papas gramps grandfathers cousins nephews nieces
        strangers peoples
    """,
    "PILL": """
        vitamina vitaminas pill pills tablet tablets tabs capsule capsules caps gummy gummies vitamin vitamins
        painkillers pastilla pastillas pildora pildoras tableta tabletas capsula capsulas comprimidos pastiya
    """,
    "WEEKDAY": """
        monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays
        sunday sundays tomorrows yesterdays
    """,
    "DRUG": """
        medicinename concerta vyvanse strattera focalin wellbutrin bupropion buspirone buspar mirtazapine remeron
        abilify lamictal depakote topamax topiramate lyrica pregabalin cymbalta baclofen tizanidine zanaflex
        meloxicam celebrex prednisone hydroxyzine zyrtec claritin allegra loratadine cetirizine singulair
        montelukast albuterol symbicort advair protonix omeprazole pepcid famotidine norvasc benazepril enalapril
        hydrochlorothiazide hctz furosemide lasix coreg carvedilol metoprolol propranolol atenolol inderal diltiazem
        verapamil glipizide glimepiride glyburide januvia jardiance farxiga ozempic wegovy mounjaro trulicity lantus
        humalog novolog tamsulosin flomax finasteride cialis sildenafil amoxicillin azithromycin cipro ciprofloxacin
        doxycycline keflex penicillin penicilina amoxicilina hormone estradiol testosterone methotrexate plaquenil
        colchicine allopurinol quetiapine olanzapine risperidone adipex phentermine modafinil sumatriptan imitrex
        excedrin mucinex delsym tums pepto imodium concierta codeina edible peroxide acid edibles nicotine
        amitriptyline nortriptyline doxepin nitroglycerin nitro digoxina warfarina clonidine clonidina omeprazol
        loratadina prednisona sertralina alprazolam glibenclamida captopril tylenol acetaminophen ibuprofen advil
        motrin aleve aspirin benadryl nyquil melatonin metformin insulin ambien zolpidem prozac zoloft lexapro
        adderall ritalin lithium digoxin gabapentin iron levothyroxine synthroid amlodipine trazodone seroquel
        unisom dramamine sudafed robitussin lisinopril viagra acetaminofen ibuprofeno aspirina paracetamol
        metformina gabapentina insulina litio losartan levotiroxina flexeril naproxen naproxeno keppra lipitor
        OPIOID BENZO STATIN THINNER SEROTONERGIC RASHDRUG
    """,
    "MEDICINE": """
        PILL DRUG medicine medicines med meds medication medications dose doses dosage antibiotic antibiotics
        antidepressants antidepressant syrup sleepers patch patches heartworm prescription medicina medicinas
        medicamento medicamentos remedio dosis antibiotico jarabe gotas parche parches
    """,
    "CONTAINER": """
        jar jars tarro pomo blister sleeve cajita frasquito botecito caja
        bottle bottles box pack packet package organizer pillbox week supply strip container syrup frasco caja bote
        paquete pastillero tira botella jarabe
    """,
    "CHEMICAL": """
        cleaning fluid paint cologne fertilizer mothball mothballs silica vape oil desiccant pesticides herbicide
        roundup laundry insecticide matarratas pintura colonia aceite limpiador suavizante bleach clorox detergent
        antifreeze gasoline lysol ammonia windex drano pod pods battery batteries magnet magnets poison mouthwash
        sanitizer perfume cleaner turpentine kerosene pesticide mushroom mushrooms berries polish remover lighter
        cloro lejia detergente gasolina anticongelante veneno pila pilas bateria iman imanes insecticida raticida
        enjuague rubbingalcohol fabuloso pinol thinner
    """,
    "OPIOID": """
        duragesic ms contin demerol talwin
        opioids opioid opiate opiates oxycodone oxy oxys oxycontin percocet percs perc hydrocodone vicodin norco
        norcos lortab morphine methadone fentanyl fent heroin codeine suboxone buprenorphine dilaudid hydromorphone
        tramadol opana narcotic narcotics oxicodona hidrocodona morfina metadona fentanilo heroina opioide opioides
        codeina painkillers painkiller blues m30
    """,
    "STREET": """
        heroin fentanyl fent opioids opiates heroina fentanilo opioides oxy oxys percs methadone morphine metadona
        morfina opioid oxycodone
    """,
    "BENZO": """
        xanax alprazolam klonopin clonazepam ativan lorazepam valium diazepam benzo benzos benzodiazepine
        benzodiazepines temazepam restoril librium xannies bars rivotril
    """,
    "ALCOHOL": """
        merlot
        rum gin tequila pisto chupe ron mezcal
        alcohol drinking drink beer vodka liquor whiskey booze wine tomar beber trago bebida licor cerveza tequila
    """,
    "STATIN": """
        statin statins atorvastatin lipitor simvastatin zocor rosuvastatin crestor pravastatin lovastatin
        atorvastatina simvastatina rosuvastatina estatina estatinas pravastatina
    """,
    "THINNER": """
        bloodthinner warfarin coumadin jantoven eliquis apixaban xarelto rivaroxaban pradaxa dabigatran savaysa
        lovenox enoxaparin heparin plavix clopidogrel brilinta anticoagulant anticoagulants anticoagulante
        anticoagulantes warfarina thinners thinner aspirin aspirina
    """,
    "RASHDRUG": """
        lamotrigine lamictal bactrim septra sulfa sulfamethoxazole carbamazepine tegretol allopurinol phenytoin
        dilantin nevirapine modafinil lamotrigina carbamazepina alopurinol fenitoina sulfas
    """,
    "SEROTONERGIC": """
        zoloft sertraline prozac fluoxetine lexapro escitalopram celexa citalopram paxil paroxetine effexor
        venlafaxine cymbalta duloxetine trazodone tramadol ssri ssris antidepressant antidepressants linezolid
        haldol sertralina fluoxetina antidepresivo dextromethorphan haloperidol risperdal zyprexa
    """,
    "GLUCOSE": """
        sugar sugars glucose bg azucar glucosa meter glucometer glucometro libre dexcom cgm
        glucose
    """,
    "COMMON": """
        i my the a to of not no is am are was have had it and take for with need me mi la el de que en un una se he
        she do can
    """,
    "SUBJECT": "PERSON i you we it there yo",
    "HELD": """
        be been hay feel feeling can could do my the his her a an any i he she they get gets have has had having
        severe bad new when if el la los las mi su me le un una cuando some of with to possible another big mild
        small major minor recent past first your sudden FAMILY CHILD se da tener getting and or tuve dio
    """,
    "NEG": """
        no not never without nobody none neither nor denies sin nunca ningun ninguna jamas nadie tampoco zero
    """,
    "PRODUCT": """
        pill pills medicine medicines med meds medication medications tablet tablets drug drugs inhaler inhalers
        cream ointment spray kit drops rx prescription script capsules refill refills prevention rescue reversal
        emergencies disorder doctor dr specialist clinic history risk diary plan control treatment treatments
        machine device support patch survivor pen pens injector prone hotline log monitor strips pastilla pastillas
        medicina medicinas medicamento inhalador crema receta tratamiento gotas
    """,
    "REFILLING": "refill refills renew reorder order surtir resurtir resurtido replacement expired replace",
    "THING": """
        it this that PRODUCT DRUG nitro nitroglycerin nitroglicerina albuterol epipen epinephrine epinefrina aspirin
        antihistamine benadryl narcan naloxone nebulizer keppra glucagon esto
    """,
    "OPENER": """
        hi hello hey so ok okay question also and please quick hola buenos dias oye y just wondering curious asking
    """,
    "CAUSING": """
        can does do could will would is are did may might what which list has puede pueden es cuales que how if
    """,
    "CAUSE": """
        cause causes causing caused causar causa causan produce provoca provocar lead sideeffect signs symptoms sign
        symptom warning warnings list risk risks chance chances common rare senales sintomas riesgo puede
    """,
    "DOCTOR": """
        doctor doctors doc docs dr dra nurse pharmacist prescriber cardiologist psychiatrist surgeon label bottle
        doctora medico medica enfermera farmaceutico farmaceutica cardiologo
    """,
    "SAID": """
        said says told tells tell wants want wanted had has increased doubled put prescribed prescribes instructed
        upped raised changed gave dijo dice doblo aumento subio receto quiere cambio
    """,
    "CLINIC": """
        pharmacy office insurance app website doctor doctors clinic store cvs walgreens bot chat phone request fax
        email message messages line rep farmacia seguro consultorio telefono mensaje correo doctora medico
    """,
    "NOW": """
        now today tonight currently rightnow morning yesterday hour hours minutes minute ago just since suddenly
        still again ahora hoy ahorita anoche ayer manana desde todavia
    """,
    "PRICE": """
        price prices cost costs copay copays bill total charge charges deductible expensive wait line precio precios
        costo cuenta copago cobro lol jaja haha
    """,
    "AS_WRITTEN": """
        looked look looks choose chose ciento caro millas hable checks tables popping though lock planing
        ours saver pero cable tables seeing sealed healed boarding wedding reading feeding feeling headed
        heading
    """,
    "UNIT": """
        teaspoon teaspoons tablespoon tablespoons tsp tbsp ml mls cc ccs milliliter milliliters cucharada
        cucharadas cucharadita cucharaditas mililitro mililitros milligrams miligramos syringe dropper
        jeringa gotero
    """,
    "PATCH": """
        patch patches parche parches
    """,
    "SKINPLACE": """
        back arm arms chest skin him her me body belly shoulder hip espalda brazo brazos pecho piel cuerpo
        hombro panza
    """,
    "CRAWLERS": """
        bugs bug spiders spider ants insects snakes rats mice roaches people faces shadows animals aranas
        arana bichos hormigas insectos viboras serpientes ratas ratones cucarachas gente sombras animales
        monstruos
    """,
    "HEADS": """
        head noggin skull forehead temple cabeza coco craneo frente mollera nuca
    """,
    "REGISTER": "register registers checkout cashier caja cajera",
    "RIBS": """
        breastbone sternum ribs rib ribcage esternon costillas torax
    """,
}
