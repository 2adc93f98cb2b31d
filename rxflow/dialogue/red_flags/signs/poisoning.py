"""Signs of an overdose or a poisoning: who took what, how much, by which mistake."""

from rxflow.dialogue.red_flags.passing import TAKEN, Pass

# A sign, where it is passed over, and what a patient may say, a line each.
POISONING: dict[str, tuple[Pass, str]] = {
    "overdosed": (
        TAKEN | Pass.USE | Pass.GENERAL,
        """
        overdosed|overdosing|overdoses !rescue|kit|spray|emergency|reversal|PRODUCT
        ( on|an|took|accidental|is|of|having|may|might|be|have|possible ) overdose \
            !rescue|kit|spray|emergency|PRODUCT|education|risk
        overdose ( help | now | please | on | . )
        sobredosis
        """,
    ),
    "overdose": (
        TAKEN,
        """
        overdosed !rescue|kit|spray|emergency|reversal|PRODUCT
        poisoned|intoxicado|intoxicada|envenenado|envenenada|intoxico|enveneno|poisoning
        DOSED !me|us|you ~5 too|to many|much !trouble|time|long|work|effort
        TAKING ~3 too|to many|much
        ( ended up | been | accidentally | keep|keeps|kept|was ) TAKING ~5 ( MANY|FEW ~3 ( MEDICINE | times | a \
            day instead ) | double|extra|twice|wrong|instead ) !a|daily|days|day|years|months|weeks|mg
        TAKING|TOOK ~4 NUMBER >6 supposed|should|prescribed|meant|debia|only|tenia ~3 NUMBER|one|once|half|una
        ( supposed|prescribed|says|only ) to take ~3 NUMBER|one|once|half >5 TOOK ~3 NUMBER|MANY|FEW|twice
        TOOK ~4 again
        TOOK >7 and|then|y again|otra !need|want|ask
        emptied|dumped|poured|vacio ~6 mouth|boca
        PILL|patch ~4 in|into|en ~1 mouth|boca !taste|dry
        spiked|drugged|roofied|drogaron|drugging ~3
        slipped ~2 me|him|her|them|us|something|drug|drugs|pill|pills|powder|roofie|DRUG ~3 !message|note|bill|money
        TOOK ~1 WEEKDAY ~1 MEDICINE|dose|ones !from|to
        TOOK ~3 WEEKDAY|yesterday and WEEKDAY|today ~3 MEDICINE|together|dose
        TOOK >9 not ~1 knowing|realizing|remembering|sabiendo ~9
        DOSED >9 forgot|forgetting|forgotten|olvide|acordaba|acorde ~4 already|ya|had
        DOSED >9 already|ya ~2 TOOK|given|gave|tome|had|tomado|dado
        pase|paso|excedi|excedio|excedimos ~3 dosis|MEDICINE
        TOOK hers|theirs
        TOOK his .
        had APPROX{0,2} MANY ~1 DRUG|PILL !left|remaining|refills|in|refill|bottle
        overdid|overdone ~2
        DOSED !me|us|you all ( of )? MY{0,1} WEEKDAY ~5 MEDICINE
        TOOK ~4 second|third|2nd|segunda time|vez
        gave|given ~3 FAMILY|CHILD ~1 my|mine|mi|OWNERS ~2 MEDICINE !to
        DOSED ~1 larger|higher|bigger|mayor ~1 dose|amount|dosis !of|now|as
        TOOK >8 gave me another|second|extra|NUM_2_2 one|dose|pill|tablet
        TOOK ~9 MANY of them|those|these
        TOOK|gave|given APPROX{0,2} NUM_3_3|three|tres ~1 DRUG !a|daily|times|left
        tomo|tome|tomohoy ~2 MEDICINE de mi|su|la|el|otra|mis|un ~1 FAMILY|CHILD|PET|persona|senora
        equivo*|equivoco|equivoque|confundio ~3 tomo|tome|tomohoy|di|dio|trago ~4 MEDICINE|MY
        repeti|repitio|repetimos ~3 dosis|MEDICINE|toma
        DOSED ~5 mas ~3 de la|lo|las|los que
        TOOK >9 by|on|por|sin MISTAKE
        and|then|y ~2 MANY|FEW|three|tres more|mas ~2 ( by | on accident | later | after | por )
        overmedicated
        confused|mixed|switched ~3 MEDICINE ~2 with MY|hers|theirs|FAMILY
        CHILD|old ~5 empty|vacio|vacia ~2 bottle|frasco|bote|container|packet
        CHILD|PET ~3 ( into | holding ) ~2 MEDICINE
        already|ya TOOK|given|gave >6 DOSED
        gave|given|giving|di|dio ~5 CHILD ~4 ( second|another|extra|2nd|NUM_2_2|otra|segunda dose|dosis )
        gave|given|di|dio ~4 CHILD ~3 adult|grown|adulto|adultos
        gave|given ~4 CHILD ~3 MY dogs|cats|own|dads|moms|OWNERS
        DOSED ~6 thinking|thought|mistook|mistaking|crei|creyendo|pensando|pensaba|confundi|confused ~3 \
            was|were|it|is|que|era|eran|with|con
        PERSON ~1 TOOK|TAKING ( my|mi|mis ) ~1 MEDICINE \
            !to|away|out|from|back|home|with|in|off|refill|bottle|for|a|and
        ate|swallowed|drank|took|eaten APPROX{0,2} NUM_3_9999|MANY|three|tres of|de ~1 MY|OWNERS
        ate|swallowed|drank APPROX{0,2} NUM_2_9999|MANY|FEW ~2 OWNERS
        CHILD|old ~3 opened|abrio ~3 bottle|frasco|bottles
        CHILD|PET|old ~3 \
            opened|abrio|playing|jugando|chewing|chewed|sucking|licking|touched|drinking|eating|swallowing ~3 \
            MEDICINE|CHEMICAL
        CHILD|PET ~3 licked|lamio
        gave|given|di|dio ~4 again ~3 mistake|error|forgot|already|accident
        TOOK ~1 another|otra ~1 MEDICINE|one|PILL|after|by|hour|NUMBER
        already TOOK >6 again|another|TOOK|extra
        volvi|volvio|volvimos a tomar|tomarla|tomarlo|tomarmela|dar|darle|inyectar
        DOSED !me|us|you ~4 too|demasiado ( soon | early | close | pronto | seguido )
        TOOK MY{0,1} night|evening|bedtime|nighttime|pm|nightly MEDICINE|PILL ~4 morning|instead|by
        TOOK MY{0,1} morning|am|daytime MEDICINE|PILL ~4 night|tonight|evening|instead
        TOOK MY{0,1} morning ~3 and MY{0,1} night|evening|bedtime ~4 ( together | same time | at once | at the \
            same )
        tome|tomohoy ~3 de la noche ~3 manana|dia
        mixed|mixing|mezcle|mezclo|washed|combined|combine ~5 BENZO|OPIOID|MEDICINE ~5 \
            wine|vodka|alcohol|beer|beers|whiskey|liquor|tequila|cerveza|drinks|trago|vino
        mixed|mixing|mezcle|mezclo|washed|combined ~5 \
            wine|vodka|alcohol|beer|beers|whiskey|liquor|tequila|cerveza|drinks|vino ~5 BENZO|OPIOID|MEDICINE
        TOOK ~3 BENZO|OPIOID ~4 wine|vodka|alcohol|beer|beers|whiskey|liquor|tequila|cerveza|drinks|drank|drinking
        TOOK ~9 NUM_9_54 grams|gramos
        probably|about|like|maybe|almost|over NUM_9_54 grams|gramos
        CHILD|PET ~3 got|gotten|getting|get ~1 ( a )? hold|ahold ( of )?
        CHILD|PET ~3 got ~2 MEDICINE ~3 open|mouth|gone|empty|ate|chewed|missing
        ( ear drops | gotas ~2 oido | super glue | eardrops ) ~5 eye|eyes|ojo|ojos
        drank ~3 wrong
        swallowed|drank|ate ~1 bit|little|some of it
        drank|swallowed|ate|tome|trago|swallow ~4 ( eye drops | gotas para los ojos | \
            suppository|supositorio|ointment|shampoo|lotion|nicotine|edible|edibles|weed|cream|soap|glue|coin| \
           crema|jabon|pomada|moneda|perfume|champu )
        epipen ~5 finger|thumb|hand|dedo|mano
        inhaled|breathed|breathing|inhale|smelling|respire ~3 fumes|chemicals|gas|carbon|bleach|gases|humo
        carbon monoxide
        DOSED !me|us|you ~4 half|full|whole|entire|medio|media ~1 \
            bottle|dropper|tube|pack|box|frasco|botella|gotero
        DOSED !me|us|you ~5 demasiado|demasiada|demasiados|demasiadas
        tomado|tomando ~2 demasiado|demasiada|demasiados|demasiadas
        DOSED !me|us|you ~6 ( de mas | demas | more than ~3 ( supposed | should | prescribed | meant | need | \
            needed | normal | label | dose | told | allowed | usual | max ) | mas de ( la cuenta | lo ~3 ) | mas \
            que lo )
        TAKING ~4 ( more than | double | extra | de mas | twice as ) !usual
        DOSED !me|us|you ~4 ( over|above|past|exceeded ) ~2 max|maximum|limit|dose|amount|recommended
        exceeded ~3 dose|maximum|limit
        DOSED !me|us|you ~4 double|triple|doble|triple|quadruple|twice|thrice \
            !a|daily|per|each|every|strength|al|por|digit|checked
        DOSED !me|us|you ~5 ( twice | NUM_2_2|NUM_3_3|NUM_9_9|two|three|four|five|dos|tres|cuatro|cinco \
            times|veces ) !a|daily|per|each|every|al|por|cada|week|diarias|semana
        DOSED !me|us|you ~3 ( FEW doses|dosis ) !a|daily|per|each|every|al|por|this|so
        DOSED !me|us|you ~2 ( an )? EXTRA ~1 MEDICINE|one|units|NUM_1_9999
        DOSED !me|us|you ~1 FEW|MANY EXTRA
        ( double dosed|dosing | doubled|tripled|doubling up | did double up ) !insurance|check|order|pharmacy
        ( i|he|she|accidentally|accident|have ) ~1 doubled|tripled ~1 ( up | MY{0,1} \
            dose|doses|meds|pills|MEDICINE | dosed | on )
        me|se|le|yo doble|duplique|doblo|duplico ~1 dosis|MEDICINE // DOCTOR
        doble dosis ~2 ( hoy | por error | sin querer | de )
        DOSED !me|us|you APPROX{0,2} MANY ( of )? MY{0,1} ( other|own|x|mg|x )? \
            PILL|MEDICINE|DRUG|puffs|shots|drops|patches
        DOSED !me|us|you APPROX{0,2} MANY ( of )? MY{0,1} ~1 DRUG|PILL !a|daily|al|por|per|every|each|for
        DOSED ( these | those | them ) MANY
        DOSED !me|us|you APPROX{0,2} ( NUM_9_9999 ) ( of )? them|these|those|ellas|esas|those
        DOSED !me|us|you APPROX{0,2} FEW MEDICINE ~3 instead|rather|together
        DOSED !me|us|you APPROX{0,2} ( BUNCH|a ) ~1 ( bunch|handful|lot|fistful|of|todas )? ( of|de )? MY{0,2} \
            MEDICINE
        DOSED ( a )? BUNCH ( of|de ) ~3 MEDICINE|them|candy
        DOSED !me|us|you ~2 ( BUNCH ) ( of|de )? ~2 MEDICINE
        DOSED !me|us|you ~2 ( grams|gramos )
        DOSED !me|us|you ~2 NUM_9_9 ( grams|gramos|g )
        DOSED !me|us|you ~3 whole|entire|full|half|tod|completo|entero|complete ~4 CONTAINER !to
        DOSED !me|us|you ~3 todo|toda|medio|media ~2 CONTAINER
        DOSED !me|us|you ~2 CONTAINER ( entero|entera|completo|completa )
        todo el frasco
        frasco entero|completo
        DOSED !me|us|you all|todas|todos|every|everything ( \
            of|las|los|sus|mis|his|her|my|the|their|these|those|it|pill )? ~2 MEDICINE \
            !i|to|for|from|out|with|last
        DOSED !me|us|you them all
        DOSED !me|us|you MY{0,1} ( week|weeks|month|months|days|semana|mes ) ~2 ( of )? MEDICINE|worth|pills
        ( week|month|day|days|weeks|bottle|semana|mes|dias ) >5 ( in a day | in one day | in \
            NUM_1_3|two|one|three|FEW days|day|hours | en un dia | in a night | at once | at one time | de una \
            vez | de un jalon | en dos dias ) // delivered
        finished ~4 ( bottle|pills|box ) in ( a day | one day | two days | FEW days|hours )
        DOSED !me|us|you ~4 ( at once | at one time | at the same time | all together | de una vez | juntas | al \
            mismo tiempo | de golpe | de un jalon ) // food vitamins
        DOSED !me|us|you ~6 ( by|on|por|sin|de|an|in ) MISTAKE // refund order button photo picture card
        ( accidentally|accidente|error|querer|oops|mistake|accident ) ~3 DOSED !me|us|out|off|away|back
        DOSED !me|us|you ~3 accidentally|accidentalmente
        DOSED !me|us|you ~2 MY{0,1} wrong \
            !way|bus|turn|exit|card|order|number|address|name|date|insurance|info|information|road|phone| \
           pharmacy|quantity|count|prescription|refill|script|bottle
        tome|tomohoy|tomo|tomado|trague|trago|di|dimos|inyecte|puse|tomaron ~6 \
            equivocada|equivocado|equivocadas|equivocados|incorrecta|incorrecto
        equivo* ~2 ( de|con|la|el|en|al ) ~4 MEDICINE|MY ~3
        ( mixed|confused|confundi|confundio|switched|mezcle ) ~3 MEDICINE ~4 DOSED
        wrong ~1 MEDICINE -8 ( already | been taking | swallowed | taken | i took | took | drank )
        wrong|equivocada|equivocado ~1 MEDICINE >3 and|y|i|we -4 TOOK|taking|tomando
        MEDICINE equivocada|equivocado >2 y -3 tome|tomohoy|tomado|tomando
        DOSED !me|us|you ~1 OWNERS MEDICINE|PILL|one|two|dose|ones
        DOSED !me|us|you ~3 ( someone|somebody|anybody ) ( else )? ~2 MEDICINE|PILL
        DOSED !me|us|you ~2 ( someone|somebody ) elses|else|is
        DOSED !me|us|you ~2 OWNERS ~2 MEDICINE|CHEMICAL !to|for|from|out|in|back
        DOSED !me|us|you ~3 ( las|la|los|el|una|unas|un|MEDICINE|insulina ) de ( mi|su|la|el|otra|un|mis )? ~1 ( \
            FAMILY|CHILD|PET|otra|vecina|ella )
        ( PILL|MEDICINE ) ~2 ( i|he|she ) ( took|swallowed|ate|gave ) ( was|were|is|are )? ~1 not|belonged ~1 ( \
            mine | his | hers | my | for )
        DOSED !me|us|you ~3 ( no|not ) ( was|were|is|era|eran|es )? ~2 ( mine | mia | mio | mias | de ella | de \
            el | suya )
        ( CHILD|PET|old|anos|meses ) ~5 CHILDATE ~5 MEDICINE|CHEMICAL|PILL|OWNERS|DRUG|something|algo \
            !food|lunch|dinner|fine|well|last|before|morning|breakfast // refuses
        ( CHILD|PET|old|anos ) ~5 ( ate|swallowed|drank|comio|trago ) ~1 ( \
            some|a|unas|una|un|my|mi|his|her|half|part|the|several )? ~2 MEDICINE|CHEMICAL
        ( CHILD|PET|old|FAMILY|he|she ) ~3 ( got|gets|getting|been|broke|climbed ) into ~5 \
            MEDICINE|purse|cabinet|bag|bottle|bolsa|CHEMICAL|drawer
        ( CHILD|PET|old ) ~4 ( took|tomohoy|tomaron|taken|metio|agarro|encontro|found ) ~2 ( \
            my|mi|mis|sisters|brothers|moms|someones|OWNERS|grandmas|unas|unos|unknown|some|a ) ~2 MEDICINE|PILL \
            !twice|at|before|as|every|daily|refilled
        ( CHILD|PET|old|baby ) ~8 ( pill|pills|pastilla|pastillas|tablet|tablets|patch|battery|pod ) ~4 ( mouth \
            | boca )
        ( put|metio|has|had|puso|with|tiene ) ~3 ( pill|pills|pastilla|pastillas|tablet|tablets|patch ) ~4 ( \
            her|his|their|la|su|the ) mouth|boca
        ( CHILD|PET|baby ) ~5 open ~1 ( pill|medicine )? bottle
        ( patch|patches|parche|parches|opioids ) ~6 ( stuck | chewed | chewing | ate | mouth ) // refill
        ( TOOK|CHILDATE|sniffed|inhaled|drinking ) ~3 CHEMICAL
        ( CHILD|PET ) ~3 CHILDATE ~3 alcohol
        ( bleach|cloro|lejia|CHEMICAL ) ~2 ( in|into|en ) ~2 ( eye|eyes|ojo|ojos ) // clean contact
        ( injected|inject|inyecte|inyecto|inyecta|dosed ) ~6 ( instead | rather | twice | double | extra | de \
            mas | demas | en vez | en lugar | too much | wrong | equivocada | demasiada )
        ( gave|used|took|puse|puso|di|dio|shot|had ) ~4 insulin|insulina|units|unidades|humalog|novolog|lantus \
            ~4 instead|rather|twice|double|extra|wrong|equivocada|demas|demasiada|demasiado
        ( gave|used|took|puse|puso|di|dio|shot|had ) ~2 demasiada|extra|wrong|double ~2 \
            insulin|insulina|units|unidades
        NUM_1_9999 units|unidades ~4 instead|rather
        ( instead of | en vez | en lugar ) ~3 NUM_1_9999 units|unidades
        DOSED !me|us|you ~9 ( instead of | rather than | en vez de | en lugar de ) ( \
            one|NUM_1_9999|two|una|un|half|media|la|my|mine|the ) !walgreens|cvs
        ( put|have|has|wearing|stuck|puse|tengo ) ~2 ( FEW|MANY|extra|EXTRA ) ~2 patches|parches \
            !left|remaining|refills|more|para|y|and
        ( took|had|gave ) APPROX{0,1} NUM_3_9999|MANY|FEW ~2 ( times|veces ) ~2 ( normal|dose|amount|dosis|as )
        NUM_2_9999|MANY|FEW ( times | veces|x ) ~1 ( too|the|my|her|his|normal|la|mi|more ) ~1 ( \
            much|normal|dose|dosis|amount|usual|many|regular )
        already took NUM_3_9999|MANY|FEW times
        ( drank|drinking|drunk|had|bebi|tome|tomo|tomohoy|mixed|beers|shots|wine|whiskey|vodka|drinks| \
           alcohol|tequila ) ~5 ( with|on|and|con|after ) ~4 BENZO|OPIOID // if
        BENZO|OPIOID ~3 ( with|and|con ) ~3 ( beers|shots|whiskey|vodka|liquor|tequila|drinks ) // if
        ( took|ate|swallowed|did|had ) ~2 bunch|handful|lot ~3 ( BENZO|OPIOID|MEDICINE )
        DOSED !me|us|you ~4 ( dogs|cats|perro|gato|veterinary|horse|vet ) ~3 MEDICINE
        expired insulin|MEDICINE ~1 DOSED
        forgot|forget|forgetting|never|not|nobody|olvide|olvido|sin|no ~4 ( \
            remove|removed|removing|peel|peeled|quitar|quitarme|quitarle|quitarse|quite|quito|quitaron|despegar \
            | take|took|taken|taking off|old | take|took|taken ~3 off ) ~5 PATCH|opioids
        forgot|forget|never|not|nobody ~4 take|took|taking|taken ~4 PATCH|opioids ~1 off
        PATCH|opioids >9 ( forgot|never|not|nobody|olvide|olvido|sin|no ) ~4 ( \
            take|taking|took|taken|remove|removed|quitar|quitarme|quitarle|quite|quito|quitaron ) ~4 ( off | old \
            | viejo|viejos )
        FEW|MANY ~3 PATCH|opioids ~4 ( on | en | pegados | puestos | stuck | at|a ~2 once|time|vez | same | \
            juntos )
        ( found|counted|encontre|conte|wearing|stuck|slapped|traia|trae|puestos ) ~2 FEW|MANY|extra|second ~3 \
            PATCH !left|remaining|refills
        PATCH >9 ( FEW|viejos|viejo|old ) ~3 ( pegados|pegado|puestos|puesto|stuck|still )
        ( old|viejo|viejos|first|last ) ~1 PATCH ~3 ( still | todavia | pegado ) !have
        DOSED|gave ~2 FEW of the PATCH
        stuck|put|slapped on ~1 FEW|MANY|another|extra ~3 PATCH
        UNIT|cucharada|NUMBER|NUM_1_9999 ~2 instead|rather|vez|lugar ( of|than|de )? ~1 UNIT|NUM_1_9999 UNIT
        UNIT ~2 ( instead of | rather than | en vez de | en lugar de ) ~3 UNIT|NUMBER|half|medio|media
        gave|given|give|di|dio|dimos|DOSED ~5 UNIT ~6 ( instead|rather|vez|lugar )
        gave|given|di|dio|dimos|DOSED ~9 NUMBER|FEW|MANY|NUM_9_9999 ( times | veces ) ~2 ( what | lo | more | \
            mas | as | the | que )
        supposed|prescribed|says|said|label|receta|decia|dice|etiqueta|indicaba|prescription|instructions ~3 \
            one|half|una|uno|medio|media|NUM_1_1 >4 ( gave|given|TOOK|di|dio|tome|puse|injected ) ~3 FEW|MANY \
            !days|weeks|refills|months|a|daily|as
        supposed|label|receta|decia|dice|etiqueta|indicaba|instructions >7 ( \
            gave|given|TOOK|di|dio|tome|puse|injected ) ~3 MANY !days|weeks|refills|months|a|daily|as
        ( insulin|insulina|shot|units|unidades|lantus|humalog|novolog ) >9 ( \
            did|gave|took|injected|puse|puso|inyecte|shot|gave ) ~2 ( it | me | her | him )? ~1 \
            again|twice|too|also
        ( insulin|insulina|shot|units|unidades|lantus|humalog|novolog ) >9 ( volvi|volvio|volvieron ) ~2 ( \
            poner|ponermela|ponerme|ponersela|inyectar|inyectarme|dar )
        volvi|volvio|volvimos ~1 a ~1 ( \
            poner|ponermela|ponerme|ponerle|inyectarme|inyectar|tomarmela|tomarmelo|tomarme|tomarsela|darsela| \
           darle|dar )
        ( volvi|volvio ) a ( poner|tomar )
        DOSED >9 ( gave|given|dio ) ( it|them|him|her|lo|la|se ) ~4 ( too | also | tambien | already | again | \
            otra )
        pen|syringe|dial|dialed|dialled|pump|needle|pluma|jeringa|lapicero|marque|drew >9 ( \
            instead|rather|vez|lugar|twice|wrong ) ~3 NUM_1_9999
        NUM_1_9999 units|unidades ~3 ( of | de )? ~3 ( instead|rather|vez|lugar )
        tomando|taking|tomaba|popping|eating|swallowing|tomandome ~3 one|una ~1 after|y|tras|and \
            another|otra|otro
        DOSED ~6 ( and | then | y | luego ) luego|then|ya|i|me|took|it|la|tome|lo|one{0,3} again|otra|otro
        ( TOOK | tome ) ~9 ( luego | then | after that ) luego|then|ya|i|me|took|it|la|tome|lo|one{0,3} ( again \
            | otra | once more )
        ( once more | una vez mas ) >6 ( down by | bottle | creo | think )
        ( he|i|FAMILY ) ~4 ( taking|using|had|taken|used|TOOK|tomando ) ( hers|theirs ) !off|back|to|in|at|with
        ( taking|using|taken|used|TOOK ) OWNERS MEDICINE|ones !off|back|to
        ( tomando|tomado|tomo|tome|tomohoy|tomaba|tomandose ) ~2 ( la|las|el|los|lo ) ( de|del ) MY{0,1} ~1 ( \
            FAMILY|CHILD|PET )
        ( mixed | confused | switched | confundio|confundi|confundieron|revolvi|revolvio|cambie ) ~4 ( \
            organizer|organizers|pillbox|bottles|boxes|pastillero|pastilleros|frascos|botes|MEDICINE ) ~9 ( \
            TOOK|tome|swallowed|taken )
        look alike ~9 ( TOOK|had|taken ) ( hers|his|mine|wrong|OWNERS )
        se|me confundi|confundio|confundieron|equivoque|equivoco de ~2 ( \
            pastilla|pastillero|frasco|medicina|bote|gotas|jeringa|dosis|pastillas )
        ( gotas|drops|medicine|medicina|bottle|frasco ) ~1 ( equivocadas|equivocada|wrong|equivocado ) ~6 ( \
            puse|ojo|ojos|eye|eyes|tome )
        ( agarre|agarro|grabbed|used ) ~3 ( wrong|equivocadas|equivocada|equivocado ) ~3 ( \
            bottle|frasco|gotas|drops|MEDICINE|pastilla|tube )
        eye|eyes|ojo|ojos ~4 ( del|de|el )? ~1 ( oido|ear|eardrops|glue|pegamento )
        ( FAMILY|friend|amiga|vecina ) ~4 ( gave|dio|presto|regalo|paso ) ~2 me? ~1 ( unas|some|a|una|algunas|of \
            )? ~4 ( suyas|suya|suyos|his|her|hers ) ~6 TOOK
        ( FAMILY|CHILD|he|she|PET|kid ) >6 thought|thinking|creyo|penso|pensaron|creyeron ~5 ( \
            candy|candies|dulces|dulce|caramelo|caramelos|juice|jugo|gum|skittles|smarties|treats )
        DOSED ~2 whole|entire|full|todo|toda ~2 jar|tarro|pack|CONTAINER
        TOOK|tome|comi ~1 ( muchas | muchos | demasiadas | bastantes ) ~2 MEDICINE|PILL !veces|cosas
        DOSED !me|us|you ~5 NUM_2_2 many|much
        DOSED ~2 NUMBER|FEW|MANY|NUM_3_9|whole|entire ( days|weeks|week|dias|semanas ) ~1 worth ~4 ( \
            once|ones|together|time|now|MEDICINE )
        DOSED !me|us|you ~5 ( at ones | at one go | in one go | all in one | de un trago | de un solo | de una \
            sola | de golpe )
        DOSED ~4 ( toda|todo|todas|todos|thursday|friday|week|lo ) ~2 ( de | through ) ~2 ( la | toda )? ~2 ( \
            semana|mes|friday|thursday ) ~3
        PET ~4 CHILDATE|ate|comio|comieron|trago|lamio|got|chewed|eaten|swallowed|licked ~5 \
            MEDICINE|cream|crema|ointment
        PET ~2 ( bin | trash | purse | basura | bolsa ) ~6 ( MEDICINE | patch | chewed | mastico )
        ( swallowed|took|ate|TOOK ) ~1 ( the )? ~1 ( dogs|cats|pets|perro|gato ) ~2 ( \
            MEDICINE|tablet|heartworm|pill )
        CHILD|PET|baby|guy|ones ~6 ( ( lid|cap|tapa ) ~1 off | destapado | destapo | abierto | abierta ) ~5 ( \
            bottle|frasco|frasquito|MEDICINE|bote|caja|mouth|lips )
        CHILD|PET|baby|guy|ones ~6 ( bottle|frasco|frasquito|bote ) ~1 ( destapado | abierto )
        ( bottle|frasco|frasquito|lid|tapa|MEDICINE ) ~3 ( off | destapado | destapada | abierto | abierta | \
            open | opened ) ~9 ( lips|mouth|boca|boquita|labios|lengua|tongue )
        tablets|pills|pastillas|tabletas|pastilla ~2 ( missing | gone | faltan | falta ) ~9 ( \
            tongue|mouth|boca|lengua|lips|labios )
        ( playing|jugando|jugaban ) >9 ( missing|faltan|gone ) ~4 ( PILL | NUMBER | tongue )
        CHILD >9 ( blue|pink|white|red|azul|rosa|blanca|colored ) ~4 ( tongue|lips|mouth|boca|boquita|lengua ) \
            // breathing
        ( put|puse|puso|got|sprayed|cayo|squirted ) ~5 ( in|into|en ) ~2 ( eye|eyes|ojo|ojos ) ~9 ( \
            burning|burns|burn|arde|ardiendo|quema|wrong|oido|ear )
        lost count ~9 ( taking|took|had|pills|doses|tomando )
        ( perdi la cuenta | lost track ) ~6 ( pastillas|pills|MEDICINE|doses|tome|took|taken )
        ( taking|took|tomando|tome ) ~5 ( every hour | each hour | cada hora | cada rato | hourly | every ~1 \
            minutes )
        ( taking|takes|took|tomando|tomandose ) ~5 FEW|MANY ~3 ( instead | rather | en vez | en lugar ) // \
            DOCTOR
        ( taking|TOOK|gave ) >9 misread ~3 ( label|bottle|instructions|directions )
        TOOK ~9 ( all at once | all together | all in one ) // food vitamins
        TOOK ~2 WEEKDAY through|thru|to|and|hasta|a|y WEEKDAY
        DOSED !me|us|you ~5 \
            insulin|insulina|humalog|novolog|lantus|units|unidades|levemir|toujeo|basaglar|lispro >6 ( \
            supposed|meant|should|eran|era|debian|debia|tocaban|tocaba ) ~4 NUM_1_9999|NUMBER
        ( put|puse|puso|putting|poniendo|ponia|placed|loaded ) ~1 ( in )? ( FEW|MANY|double|doble ) ~4 ( \
            each|every|cada ) ~1 ( slot|day|dia|casilla|compartment|box|cajita|one )
        ( gave|give|giving|fed|handed|di|dio|dimos|slipped ) ~3 ( another|second|otra|extra|more ) ~2 ( \
            set|round|dose|tanda|ronda|dosis|handful|batch ) !refill
        ( gave|give|giving|fed|di|dio|dimos ) ~2 ( PET|FAMILY|CHILD ) ~1 ( my | mi | mis ) ~3 MEDICINE
        ( di|dio|dimos|gave|fed ) ~1 ( my | mi | mis ) ~2 MEDICINE ~2 ( al|a|to ) ~2 ( PET|CHILD|FAMILY )
        oido|oidos|ear|ears|earwax|nasal|nariz ~5 en|in|as|into|como|for|eye ~2 eye|eyes|ojo|ojos // infection
        polvo|polvito|powder|residue|crumbs|pieces ~4 \
            mouth|chin|lips|face|boca|boquita|barbilla|labios|cara|nariz|teeth|dientes
        ( lid|tapa|cap|top|tapon ) ~3 ( floor|suelo|piso|off|ground|abierta|destapado ) ~9 ( \
            CHILD|PET|mouth|boca )
        ( stuck|put|puse|slapped|pegue|pego|puso|applied|aplique ) ~3 ( second|extra|segundo ) ~1 ( PATCH|OPIOID \
            )
        ( llevo|lleva|llevamos|been ) ~1 ( MANY ) ~2 ( MEDICINE | aspirinas | DRUG ) ~2 ( \
            desde|hoy|since|today|in|en )
        had|have|has APPROX{0,2} MANY ~1 DRUG|PILL ~2 since|today|already|tonight|so|in
        NUM_2_9999|MANY|FEW ( times | veces ) ~1 ( the|lo|mas|what|more|too|as ) ~3 ( \
            amount|dose|dosis|era|should|supposed|normal|recommended|cantidad|tocaba|debia )
        ( fill|filled|llene|lleno|squeezed|poured ) ~4 ( top|arriba|whole|full|completo|tope|way ) ~4 ( \
            newborn|baby|bebe|recien|nino|nina|CHILD )
        turns|turned|resulta|found|realized|noticed ~6 ( double|doble|twice|two|dos|wrong|equivocada|equivocado \
            ) ~4 each|every|cada
        TOOK ~5 ( at lunch | at noon | morning | manana | mediodia ) ~4 ( again | otra vez ) ~2 ( \
            at|by|tonight|noon|bedtime|dinner|supper|en|a|al|por )
        ( after | despues ) ~4 ( i | we | yo ) ~2 ( already | ya ) ~2 ( given | gave | dado ) ~2 ( \
            it|her|him|them|one|hers|his|la )
        ( gave|giving|given|dio|di ) !me|us|you ~9 after ~3 already
        ( CHILD|PET ) ~6 ( agarro|cogio|saco ) ~5 MEDICINE >6 ( gone|missing|faltan|empty|vacio|eaten|chewed )
        TOOK|tome|swallowing|taking ~1 ( her|his|their|sus ) MEDICINE ~2 ( for | by | NUMBER|FEW|MANY|dos|tres ) \
            !refill
        ( neighbors|vecina|vecino|wrong|else|persona ) ~2 ( bag|bolsa|bottle|order|package|paquete|frasco ) ~6 \
            TOOK|tome|tomado|taking
        ( gave|given|dieron ) ~3 ( wrong|neighbors|else|vecina|vecino|otra ) ~5 TOOK|tome|tomado
        ( chewed|crushed|mastique|mastico|triture|opened ) ~4 ( extended | release | er | xr | prolongada | \
            OPIOID )
        MEDICINE|DRUG ~4 ( tooth|teeth|bite|chew ) marks
        ( MEDICINE|TOOK|CONTAINER ) ~4 ( bite|chew|tooth ) marks|holes
        ( taking|swallowing|TOOK|tomo|tomado|tomando ) ~2 ( one|una ) ~1 ( each | every | cada ) ~1 ( time | vez \
            | hour | hora )
        ( morning|am|night|pm ) ones ~1 ( twice | NUM_2_2 )
        mixed ~3 MEDICINE ~2 ( and )? ~1 TOOK
        """,
    ),
    "dose-taken": (
        TAKEN,
        """
        DOSED !me|us|you ~7 MEDICINE|DRUG|PILL
        DOSED !me|us|you ~2 NUM_2_9999|MANY|FEW !days|weeks|months|hours|minutes|weeks|mg
        """,
    ),
    "worry": (
        Pass.DENIED,
        """
        uh oh|ohh
        oops|freaking|panicking|panicked|dangerous|peligroso|peligrosa|asustada|asustado
        worried|scared ( . | now | because | that i | i )
        ( am|will ) i ~2 ( ok|okay|fine|alright )
        is ~1 that|it|this ~1 ( bad | too much | dangerous | a lot | harmful | an overdose | mucho )
        es malo|mucho|grave
        hace dano
        help me? ( . | what )
        """,
    ),
    "child": (
        Pass.NOTHING,
        """
        CHILD|PET
        year|month|months|years old
        """,
    ),
    "medicine": (
        Pass.NOTHING,
        """
        MEDICINE|CHEMICAL
        """,
    ),
    "ate-some": (
        Pass.DENIED,
        """
        ate|eaten|swallowed|drank|chewed|ingested|licked|eating|comio|trago|tomohoy|bebio ~1 \
            some|one|them|something|few|several|algo|unas|algunas|varias|una .
        swallowed|ate|drank|chewed|comio|trago ~1 some|few|several|algunas|unas ~2 \
            ( not ~2 know|sure how | no se|sabemos cuantas|cuantos )
        ate|eaten|swallowed|drank|chewed|ingested|licked|comio|trago|bebio ~1 \
            some|one|them|something|few|several|bit|little|algo|unas|algunas|varias|una ( of | and | from | de | \
            y )
        swallowed|ate|drank|trago|comio|licked|chewed it|lo|la !fine|well|ok|okay|with|all
        MEDICINE|NUM_1_9999|some|few|several|one ~3 missing|faltan|gone|spilled
        """,
    ),
}
