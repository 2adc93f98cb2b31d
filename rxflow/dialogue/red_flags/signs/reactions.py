"""Signs of an allergy, of a medicine's severe effect, of blood sugar and of withdrawal; and the medicines they need."""

from rxflow.dialogue.red_flags.passing import SYMPTOM, Pass

# A sign, where it is passed over, and what a patient may say, a line each.
REACTIONS: dict[str, tuple[Pass, str]] = {
    "airway-swelling": (
        SYMPTOM,
        """
        AIRWAY ~4 SWELL|CLOSE
        SWELL|CLOSE ~4 AIRWAY
        LIPFACE ~4 SWELL
        SWELL ~4 LIPFACE
        LIPFACE ~3 blew|blown|blowing up
        eye|eyes|ojos ~3 SWELL ~1 shut|closed|cerrados
        not FILL{0,2} swallow ~3 saliva|spit|anything|water
        anaphyla*|anaphylaxis|anaphylactic|anafila*|anafilaxia|anafilaxis|anafilactico|angioedema
        lips|labios|face|cara|mouth|boca|eyes|ojos ~3 como|like ~3 \
            trompa|balloon|balloons|sausages|sausage|globo|globos|pato|duck|salchichas|pelota|sapo
        LIPFACE|AIRWAY ~2 ( all | bien | muy | gone | went | got )? ~1 ( \
            puffy|gordos|gorda|gruesa|thick|fat|huge|twice )
        lump|bola|nudo|knot ~2 ( in | en ) ~2 ( throat|garganta ) ~4 ( \
            bigger|growing|worse|crece|creciendo|grande|swallow )
        tongue|lengua|lips|labios ~4 \
            big|bigger|large|huge|fat|thick|cabe|grande|gruesa|gruesos|pesada|enorme|pulled
        eye|eyes|ojos ~5 hinchados|hinchado|hinchada|hinchadas|swollen ~3
        cerraron|cierran|cierra|cerro|closed|closing|shut ~2 ojos|eyes|eye ~5 SWELL
        """,
    ),
    "allergic-reaction": (
        SYMPTOM,
        """
        ( having|severe|serious|bad|terrible|horrible|major|huge|life|think|is|has|am|threatening ) ~3 allergic \
            reaction|reacting
        reaccion alergica ( grave | fuerte | ahora | severa | horrible )
        ( tiene|tengo|esta|estoy|dando|teniendo|creo|grave|fuerte ) ~3 ( reaccion alergica | alergia severa | \
            choque alergico )
        allergic reaction ( now | right | help | bad | severe | to ~3 i|he|she )
        ( used|using|gave|injected|stabbed|puse|use|uso ) ~3 epipen|epinephrine|epinefrina // REFILLING
        """,
    ),
    "hives-all-over": (
        SYMPTOM,
        """
        hives|ronchas|welts|urticaria ~3 ( all over | everywhere | head to toe | todo ~2 cuerpo | todas partes | \
            todos lados )
        """,
    ),
    "hives": (
        SYMPTOM,
        """
        hives|ronchas|urticaria|welts|sarpullido
        stung|picadura|pico
        bee|wasp|peanut|peanuts|shellfish|cacahuate|abeja|avispa
        itch*|itchy|itching|itches|comezon|picazon|rasquina ~3 ( all over | everywhere | head to toe | todo | \
            todos | todas )
        pica todo ~1 ( el )? cuerpo
        """,
    ),
    "throat-trouble": (
        SYMPTOM,
        """
        throat|lengua|garganta|tongue ~3 \
            itch*|itchy|itches|itching|pica|picando|funny|weird|thick|rara|raro|lump|scratchy|tingling|numb
        voice|voz ~3 hoarse|ronca|raspy|gone|changed|changing|croaky|weird|cambio|fue|rara
        ( hoarse|ronca ) ~2 ( voice|voz )
        throat|garganta ~3 lump|bola|nudo|tight|apretada|apretado|cerrada|raspa
        lump|bola|nudo ~3 throat|garganta
        """,
    ),
    "hard-swallow": (
        SYMPTOM,
        """
        TROUBLE ~2 swallow|swallowing|tragar|pasar !PILL|MY|big
        not FILL{0,2} swallow !PILL|MY|big|them
        no FILL{0,2} tragar|trago|pasar !PILL|MY|las
        """,
    ),
    "opioid": (
        Pass.NOTHING,
        """
        OPIOID
        shot|shoots|shooting up !in|to
        nodded|nodding out|off
        """,
    ),
    "street-opioid": (
        Pass.NOTHING,
        """
        STREET
        """,
    ),
    "naloxone-given": (
        Pass.DENIED,
        """
        gave|given|give|used|sprayed|di|dimos|puse|dio|did ~3 narcan|naloxone|naloxona // REFILLING
        narcan|naloxone|naloxona ~3 not|no ~1 working|work|helping|funciona|sirve|hace
        """,
    ),
    "low-sugar": (
        SYMPTOM,
        """
        GLUCOSE ~4 low|lows|dropped|dropping|drops|crashed|crashing|tanked|tanking|bottomed|baja|bajo|bajito|bajita| \
           bajisima|bajando|bajada|bajon|bajado|bajisimo
        low|baja|bajo|bajando|bajada ~3 GLUCOSE
        GLUCOSE ~2 not ~2 up
        hypoglyc*|hypoglycemia|hypoglycemic|hipogluc*|hipoglucemia|hypo
        GLUCOSE ~5 NUM_20_69 \
            !day|days|strips|count|tablets|pills|mg|minutes|units|years|percent|points|min|hours|dias|tiras| \
           unidades|year|point
        """,
    ),
    "very-low-sugar": (
        SYMPTOM,
        """
        GLUCOSE ~5 NUM_54_54|NUM_19_19 \
            !day|days|strips|count|tablets|pills|mg|minutes|units|years|percent|points|min|hours|dias|tiras| \
           unidades|year|point|months|meses|carbs|grams|minutos|and|to
        """,
    ),
    "high-sugar": (
        SYMPTOM,
        """
        GLUCOSE ~4 high|hi|alta|alto|elevada|elevado|altisima|roof|spiking|subio|subida|cielo|nubes|sky
        high|alta|alto|hi|elevada|subio ~3 GLUCOSE
        GLUCOSE ~5 NUM_399_9999
        NUM_399_9999 ~3 GLUCOSE
        hyperglyc*|hyperglycemia|hipergluc*|hiperglucemia|dka|ketoacidosis|ketones|cetoacidosis|cetonas
        ( meter|glucometer|glucometro|aparatito|aparato|monitor|reading|reads ) ~7 ( high | hi | alto )
        """,
    ),
    "very-high-sugar": (
        SYMPTOM,
        """
        GLUCOSE ~5 NUM_1899_1899
        NUM_1899_1899 ~3 GLUCOSE
        dka|ketoacidosis|cetoacidosis
        """,
    ),
    "diabetic": (
        Pass.NOTHING,
        """
        diabetic|diabetes|insulin|insulina|diabetico|diabetica|humalog|lantus|novolog|glipizide|glyburide|GLUCOSE
        """,
    ),
    "rash": (
        SYMPTOM,
        """
        RASH
        """,
    ),
    "blisters": (
        SYMPTOM,
        """
        BLISTER !pack|packs|pak|packaging|packed|card|cards|packet
        """,
    ),
    "spreading-blisters": (
        SYMPTOM,
        """
        blister|blisters|blistering|blistered|ampollas|ampollando ~4 ( all over | everywhere | todo ~1 cuerpo | \
            todas partes | spreading | mouth | lips | boca | eyes | ojos | body | cuerpo )
        ( skin|piel|mouth|boca|lips|labios|face|cara|genitals|eyes ) ~4 \
            blister|blisters|blistering|blistered|ampollas|ampollando
        ( red|painful|rojas|rojos ) ~2 blisters|ampollas
        """,
    ),
    "skin-peeling-off": (
        SYMPTOM,
        """
        skin ~4 ( peeling|coming|falling|sloughing|peels|comes|falls|peeled|sloughs|melting ) ( off | in sheets \
            | away )
        skin ~1 sloughing
        ( cae|cayendo|desprende|desprendiendo ) ~3 piel
        piel ~3 ( cae|cayendo|desprende|desprendiendo|despelleja* )
        skin|piel ~3 coming|comin|falling|sliding|cae|cayendo|desprende|arrancando ~1 \
            off|pedazos|tiras|sheets|strips
        ( piel | skin ) como? ~1 ( quemada | burned | burnt | quemadura | scalded )
        """,
    ),
    "peeling": (
        SYMPTOM,
        """
        skin ~4 peeling|peels|peel|peeled
        peeling|peels ~2 skin|lips|mouth
        ( pelando|pelandose|descarapela|descamando|pela|despelleja*|despellejando|pelo ) ~3 piel
        piel ~3 pelando|pelandose|descarapela|descarapelando|descamando|levanta|pela|despelleja*|despellejando
        """,
    ),
    "mouth-sores": (
        SYMPTOM,
        """
        rash ~2 in|inside|on ~1 mouth|lips|eyes
        SORES ~4 mouth|lips|boca|labios|eyes|genitals
        mouth|lips|boca|labios ~4 SORES !throat
        """,
    ),
    "skin-hurts": (
        Pass.DENIED,
        """
        skin|piel ~3 hurts|burns|burning|painful|hurting|hurt|duele|arde|quema|ardiendo
        """,
    ),
    "new-medicine": (
        Pass.NOTHING,
        """
        ( since|after|from|desde|despues|por|because|con ) ~5 MEDICINE|started|starting|empece|empezo|cambio \
            !cream
        """,
    ),
    "jaundice": (
        SYMPTOM,
        """
        eyes|eye|skin|eyeballs|ojos|piel|whites|face|cara ~2 BE{0,3} VERY{0,2} YELLOW
        YELLOW skin|eyes|eyeballs
        YELLOW of ~1 eyes|skin|eyeballs|whites
        color amarillo|amarillento ~4 ojos|piel
        ojos|piel|cara amarillo|amarilla|amarillos
        ( PERSON|i|me|MY ) ~2 ( \
            looks|look|is|turning|turned|esta|ve|estoy|puso|poniendo|looking|am|veo|went|getting ) VERY{0,2} \
            YELLOW !PILL|ones|one|pill|and|y
        jaundice|jaundiced|ictericia|icterico
        whites|blanco ~3 ( eyes|ojos ) ~4 ( like|como )? ~3 ( mustard|mostaza|YELLOW|limon )
        """,
    ),
    "thunderclap-headache": (
        SYMPTOM,
        """
        worst ~2 headache|headaches|migraine|pain ~3 ( life | ever | had )
        worst headache|migraine
        ( sudden|suddenly|severe|thunderclap|excruciating|unbearable|explosive|intense ) ~2 headache|migraine
        headache|migraine >9 worst
        headache|migraine ~4 ( of my life | worst | thunderclap | unbearable | excruciating | exploding | \
            explode | sudden | suddenly | severe | never had )
        head|headache ~2 like ~3 explode|exploding
        thunderclap
        peor dolor ~1 cabeza
        dolor ~1 cabeza ~3 \
            fuerte|insoportable|horrible|intenso|repentino|vida|terrible|fuertisimo|repente|severo|tremendo
        cabeza ~3 ( explota | explotar | estalla | estallar | reventar | revienta )
        duele ~2 ( muchisimo | horrible | demasiado ) ~1 cabeza
        cabeza >9 ( trueno | relampago | rayo | martillazo | de golpe | explosion | de repente )
        head|headache >9 ( thunder|thunderclap|lightning|bat|hammer | out of nowhere | hit me | popped | all at \
            once )
        nunca ~4 ( dolido|doler|dolor|duele|dolia ) ~2 ( asi | tanto )? ~2 cabeza
        never ~3 headache|headaches|migraine ~3 like|this|that
        headache|migraine >6 ( like|as ) ~1 ( this | never )
        """,
    ),
    "stiff-neck": (
        SYMPTOM,
        """
        neck ~4 stiff|rigid|locked|stiffness
        stiff|rigid|stiffness ~2 neck
        not FILL{0,2} bend|move|turn|touch ~3 neck|chin|head
        cuello|nuca ~5 tieso|tiesa|rigido|rigida|duro|dura|rigidez|trabado
        rigidez|tieso|tiesa|rigido|rigida ~3 cuello|nuca
        no FILL{0,2} mover|doblar|bajar|mueve|dobla ~3 cuello|nuca|cabeza|barbilla
        """,
    ),
    "fever": (
        Pass.DENIED | Pass.PAST,
        """
        FEVER !reducer|reducers|PRODUCT
        NUM_199_249 degrees|grados
        """,
    ),
    "light-hurts": (
        Pass.DENIED,
        """
        light|lights|luz ~2 hurt|hurts|bothers|molesta|lastima|duele|sensitive
        photophobia
        molesta|lastima ~1 luz
        """,
    ),
    "headache": (
        Pass.DENIED,
        """
        headache|headaches|migraine
        dolor|duele ~2 cabeza
        head ~2 hurts|hurting|pounding
        """,
    ),
    "dark-urine": (
        SYMPTOM,
        """
        URINE ~5 DARK
        dark|brown|cola|coke|tea|coca ~2 URINE
        URINE ~3 ( like|como|looks|parece|color ) ~3 ( \
            tea|coke|cola|coca|te|cafe|cocacola|coffee|rust|blood|sangre )
        """,
    ),
    "severe-muscle-pain": (
        SYMPTOM,
        """
        ( severe|terrible|horrible|unbearable|extreme|awful ) muscle pain|pains|weakness|aches
        """,
    ),
    "statin": (
        Pass.NOTHING,
        """
        STATIN
        """,
    ),
    "anticoagulant": (
        Pass.NOTHING,
        """
        THINNER
        thin* ~2 blood
        """,
    ),
    "rash-drug": (
        Pass.NOTHING,
        """
        RASHDRUG
        """,
    ),
    "serotonin-syndrome": (
        SYMPTOM,
        """
        serotonin syndrome|sindrome|toxicity
        sindrome ~1 serotonin*|serotoninergico|serotonina
        neuroleptic malignant|syndrome
        sindrome neuroleptico
        """,
    ),
    "serotonergic": (
        Pass.NOTHING,
        """
        SEROTONERGIC
        """,
    ),
    "agitated": (
        Pass.DENIED | Pass.GENERAL,
        """
        AGITATED
        twitchy|fidgety|jumpy
        not ~1 sit still
        no ~2 quieto|quieta
        """,
    ),
    "rigid": (
        Pass.DENIED | Pass.GENERAL,
        """
        rigid|rigidity|rigidez|rigido|rigida|engarrotado
        MUSCLE|arms|brazos|jaw|mandibula|musculos ~3 RIGID
        RIGID ~2 MUSCLE|musculos|arms|jaw
        """,
    ),
    "shaking": (
        Pass.DENIED | Pass.GENERAL,
        """
        SHAKE !head|well|my|bottle|it
        ( temblar|temblando|temblor|shakes|tremble ) ~3 ( manos|hands|todo|bad|real )
        jitters|jittery|tiritando|tirita|temblorina|shivering|shakiness|shivers
        """,
    ),
    "sweating": (
        Pass.DENIED | Pass.GENERAL,
        """
        SWEAT
        """,
    ),
    "withdrawal": (
        Pass.DENIED | Pass.PAST | Pass.GENERAL,
        """
        ( going|in|having|have|got|with|bad|through|into|severe|alcohol|benzo|xanax|get|getting|has|had|is| \
           think|BENZO|am ) ~3 withdrawal|withdrawals|withdrawl|withdrawls|withdrawling|detoxing
        withdrawal|withdrawals ( symptoms | from | bad | now | . )
        ( tengo|abstinencia|sindrome|con|tiene|estoy|de|da|siento ) ~2 abstinencia
        abstinencia ~2
        delirium tremens
        withdrawing|detoxing
        """,
    ),
    "stopped": (
        Pass.DENIED,
        """
        ( stopped|quit|stopping|quitting|out|off|without|detox|detoxing|last|cut|ran|no|not|withdrawal| \
           withdrawals|missed|since|away ) ~5 ( BENZO | alcohol | drinking | vodka | booze | beer | liquor | \
            wine | drink )
        ( deje|dejo|dejar|dejado|acabo|acabaron|sin|suspendi|suspendio|ultimo|ultima|abstinencia ) ~4 ( BENZO | \
            alcohol | tomar | beber | cerveza | trago | licor | vino )
        cold turkey
        ( BENZO|alcohol|drinking ) ~3 ( withdrawal|withdrawals|abstinencia|cold )
        sober|sobrio|detox
        ( quit|stopped|dejo|deje|dejar|gave ) ~2 ( the | el | la )? ~1 ( \
            bottle|booze|vodka|drinking|drinkin|trago|pisto|tomar|chupe|alcohol|licor )
        ( pay|paga|covered|cubre|none|nada|without|sin|no|had ) ~4 ( BENZO ) ~9 ( days|dias|week|semana )
        BENZO >6 ( none|nada|ninguna|ran|gone|stopped|quit|out|without|cut|se|acabo )
        ( cut|took|taken|taking|quitaron|quito|quitado|suspendieron|weaned|yanked ) ~3 ( me | off | us | the | \
            el | la | mi ) ~3 BENZO
        ( days|hours|dias|horas ) ~2 ( without|since|sin|from ) ~3 ( \
            drink|drinking|alcohol|beber|tomar|trago|BENZO )
        not ~2 ( had | touched ) ~2 ( drink | drop | beer | alcohol ) !of|with|today
        ( not|sin|no ) ~3 BENZO ~4 ( NUM_1_9999 | days | dias | week | semana )
        """,
    ),
    "stiff": (
        Pass.DENIED | Pass.GENERAL,
        """
        RIGID
        """,
    ),
}
