"""What patients report about themselves, labelled by hand, and what they say that reports nothing; a message a line.

A label is `kind` or `kind:subject`, in the order in which it is said.
"""

REPORTS = """
I'm pregnant and I need to refill my lisinopril => pregnancy
I'm pregnant => pregnancy
I am 12 weeks pregnant, refill my lisinopril at HEB => pregnancy
Hi, I just found out I'm pregnant. Can I still get my losartan? => pregnancy
I think I might be pregnant => pregnancy
I may be pregnant so I want to check before the refill => pregnancy
I could be pregnant, not sure yet => pregnancy
we are expecting a baby in June, I need my atorvastatin => pregnancy
I'm expecting, due in March => pregnancy
my husband and I are trying to conceive, refill my methotrexate please => pregnancy
we're trying for a baby => pregnancy
I've been trying to get pregnant since last year => pregnancy
I'm late and took a test, positive => pregnancy
my pregnancy test was positive this morning => pregnancy
I got a positive pregnancy test yesterday, should I keep taking lisinopril? => pregnancy
took a pregnancy test and it came back positive => pregnancy
im pregnant lol need my sertraline => pregnancy
I'm currently pregnant with twins and out of levothyroxine => pregnancy
refill my topiramate. btw I'm 8 weeks along => pregnancy
please note that I am now pregnant => pregnancy
I'm breastfeeding and need my sertraline refilled => breastfeeding
I am nursing my newborn, is there anything I should know before the refill => breastfeeding
still breast feeding my 6 month old, need ibuprofen 800 => breastfeeding
I'm currently breast-feeding => breastfeeding
I just had a baby and I'm nursing => breastfeeding
I breastfeed my son, refill fluoxetine => breastfeeding
I'm pumping milk for my baby so I need to know if codeine is okay => breastfeeding
I've been breastfeeding since March => breastfeeding
I'm allergic to penicillin => allergy:penicillin
I'm allergic to penicillin, and I need my amoxicillin refilled => allergy:penicillin
I found out I can't take sulfa => allergy:sulfa
my doctor told me I'm allergic to sulfa drugs => allergy:sulfa
I am highly allergic to latex => allergy:latex
I have a penicillin allergy => allergy:penicillin
I have an allergy to codeine, please put that on my file => allergy:codeine
I'm allergic to ibuprofen and naproxen => allergy:ibuprofen; allergy:naproxen
turns out I'm allergic to shellfish => allergy:shellfish
please add amoxicillin to my allergies => allergy:amoxicillin
you should know that i am allergic to aspirin, now refill metformin => allergy:aspirin
I developed an allergy to lisinopril => allergy:lisinopril
I had an allergic reaction to Bactrim last month => allergy:sulfamethoxazole / trimethoprim
I think I'm allergic to meloxicam => allergy:meloxicam
I might be allergic to the cephalexin => allergy:cephalexin
allergic to peanuts and latex => allergy:peanuts; allergy:latex
new allergy: sulfa => allergy:sulfa
I was diagnosed with an allergy to iodine => allergy:iodine
I have a severe allergy to eggs so no flu shot please => allergy:eggs
refill my lisinopril and update my chart, I am allergic to morphine => allergy:morphine
I can't take NSAIDs because of an allergy => allergy:nsaids
I'm deathly allergic to bees, need my EpiPen refilled => allergy:bees
the meloxicam gives me a rash => reaction:meloxicam
meloxicam gave me a rash => reaction:meloxicam
lisinopril is making me cough all night => reaction:lisinopril
I've had a bad cough since I started lisinopril => reaction:lisinopril
this medicine makes me dizzy => reaction
the new pill gives me nausea => reaction
it makes me sick to my stomach => reaction
I get hives when I take amoxicillin => reaction:amoxicillin
I broke out in hives after taking naproxen => reaction:naproxen
my ankles are swollen since I started amlodipine => reaction:amlodipine
amlodipine makes my legs swell up => reaction:amlodipine
I have been feeling dizzy ever since I started the metoprolol, but refill it anyway => reaction:metoprolol
I'm having side effects from the metformin => reaction:metformin
metformin upsets my stomach => reaction:metformin
the metformin is giving me terrible diarrhea => reaction:metformin
I think the atorvastatin is causing my muscle pain => reaction:atorvastatin
my muscles ache since I began taking Lipitor => reaction:atorvastatin
Zoloft gives me headaches, can I still refill it? => reaction:sertraline
I feel nauseous every time I take my Ozempic => reaction:semaglutide
I threw up after I took the doxycycline => reaction:doxycycline
I itch all over from the hydrocodone => reaction
that pill makes me really drowsy => reaction
ever since I started on gabapentin I've been so sleepy => reaction:gabapentin
I stopped taking the meloxicam because it gave me a rash => reaction:meloxicam
my face swelled up when I took lisinopril => reaction:lisinopril
these tablets give me heartburn => reaction
I can't tolerate the metformin, it gives me the runs => reaction:metformin
refill my losartan, not the lisinopril, the lisinopril made me cough => reaction:lisinopril
I take meloxicam and now I have a rash on my arms => reaction:meloxicam; medicine:meloxicam
bupropion is keeping me up at night and makes me shaky => reaction:bupropion
I need my sertraline refilled but it is giving me nausea => reaction:sertraline
I got a bad reaction to the clindamycin => reaction:clindamycin
I'm coughing a lot and I think it's the lisinopril => reaction:lisinopril
I started taking ibuprofen => medicine:ibuprofen
I started taking ibuprofen for my back last week, refill my lisinopril too => medicine:ibuprofen
I also take St John's wort => medicine:st. john's wort
I also take aspirin every day => medicine:aspirin
I'm now on warfarin => medicine:warfarin
my doctor put me on prednisone last week => medicine:prednisone
my cardiologist started me on Eliquis => medicine:apixaban
I bought some Advil at the store => medicine:ibuprofen
I just started fluoxetine and need my tramadol => medicine:fluoxetine
I've started using melatonin to sleep => medicine:melatonin
I take fish oil as well => medicine
I'm taking Benadryl at night too => medicine:diphenhydramine
besides the lisinopril I take potassium chloride => medicine:potassium chloride; medicine:lisinopril
the dentist gave me amoxicillin yesterday => medicine:amoxicillin
the ER prescribed me oxycodone => medicine:oxycodone
I recently began taking a turmeric supplement => medicine
I've been taking Aleve lately for my knee => medicine:naproxen
I'm also on birth control => medicine
I'm also taking omeprazole and aspirin => medicine:omeprazole; medicine:aspirin
my psychiatrist switched me to escitalopram => medicine:escitalopram
they put me on a new blood thinner at the hospital => medicine
I was just prescribed clarithromycin, can I still refill my simvastatin? => medicine:clarithromycin
I picked up some Tylenol yesterday => medicine:acetaminophen
I haven't taken my metoprolol in a week => missed:metoprolol
I've been out of my insulin for 4 days => missed
I've been out of lisinopril for five days, refill please => missed:lisinopril
I ran out of sertraline a week ago => missed:sertraline
I haven't had my Eliquis since last week => missed:apixaban
I missed four days of my warfarin => missed:warfarin
it's been 6 days since I took my carvedilol => missed:carvedilol
I need my metoprolol, I have not taken it for three days => missed:metoprolol
havent taken my levothyroxine in 2 weeks can u refill => missed:levothyroxine
I've gone a week without my lamotrigine => missed:lamotrigine
my last dose of clonidine was four days ago => missed:clonidine
I've been without my meds for over a week => missed
I'm pregnant and the lisinopril gives me a cough => pregnancy; reaction:lisinopril
I'm allergic to sulfa and I also take aspirin => allergy:sulfa; medicine:aspirin
Estoy embarazada => pregnancy
estoy embarazada y necesito resurtir mi lisinopril => pregnancy
Tengo 12 semanas de embarazo, ¿me puede resurtir el losartán? => pregnancy
creo que estoy embarazada => pregnancy
puede que esté embarazada => pregnancy
podría estar embarazada => pregnancy
acabo de enterarme de que estoy embarazada, ¿sigo con el lisinopril? => pregnancy
estamos buscando un bebé => pregnancy
estoy tratando de quedar embarazada => pregnancy
estoy esperando un bebé y necesito mi metformina => pregnancy
me salió positiva la prueba de embarazo => pregnancy
la prueba de embarazo salió positiva => pregnancy
tengo tres meses de embarazo => pregnancy
estoy de 8 semanas, resurtir mi levotiroxina por favor => pregnancy
tengo un retraso y la prueba dio positivo => pregnancy
estoy encinta => pregnancy
quiero quedar embarazada pronto y tomo metotrexato => pregnancy; medicine:methotrexate
Estoy amamantando => breastfeeding
estoy dando pecho, necesito la sertralina => breastfeeding
le doy pecho a mi bebé => breastfeeding
estoy lactando y quiero resurtir mi fluoxetina => breastfeeding
amamanto a mi hija de dos meses => breastfeeding
estoy dando de mamar => breastfeeding
doy de mamar, ¿puedo resurtir el ibuprofeno? => breastfeeding
soy alérgica a la penicilina => allergy:penicillin
soy alérgico al ibuprofeno => allergy:ibuprofen
Soy alergica a las sulfas, necesito mi metformina => allergy:sulfa
tengo alergia a la aspirina => allergy:aspirin
tengo una alergia a los mariscos => allergy:mariscos
me dijeron que soy alérgica al látex => allergy:latex
resulta que soy alérgico a la amoxicilina => allergy:amoxicillin
no puedo tomar sulfa, soy alérgica => allergy:sulfa
el naproxeno me da alergia => allergy:naproxen
creo que soy alérgica al meloxicam => allergy:meloxicam
tuve una reacción alérgica a la cefalexina => allergy:cephalexin
soy muy alérgica al yodo y a la codeína => allergy:yodo; allergy:codeine
soy alérgica a la morfina, anótelo por favor => allergy:morphine
por favor agregue penicilina a mis alergias => allergy:penicillin
descubrí que no puedo tomar aspirina => allergy:aspirin
padezco alergia a los cacahuates => allergy:cacahuates
el meloxicam me da ronchas => reaction:meloxicam
el lisinopril me da mucha tos => reaction:lisinopril
me salió un sarpullido con la amoxicilina => reaction:amoxicillin
la metformina me da diarrea, pero resúrtala => reaction:metformin
desde que tomo lisinopril tengo tos => reaction:lisinopril
desde que empecé con la amlodipina se me hinchan los pies => reaction:amlodipine
esta medicina me marea => reaction
la pastilla nueva me da náuseas => reaction
me da comezón cuando tomo la hidrocodona => reaction
me cae mal la metformina => reaction:metformin
el ibuprofeno me cayó mal al estómago => reaction:ibuprofen
tengo mareos por el metoprolol => reaction:metoprolol
la gabapentina me da mucho sueño => reaction:gabapentin
me dolió el estómago después de tomar el naproxeno => reaction:naproxen
vomité después de tomar la doxiciclina => reaction:doxycycline
la sertralina me quita el sueño y me da dolor de cabeza => reaction:sertraline
tengo efectos secundarios con la atorvastatina => reaction:atorvastatin
creo que la atorvastatina me está causando dolor muscular => reaction:atorvastatin
me brotaron ronchas después de la penicilina => reaction:penicillin
necesito resurtir el lisinopril aunque me provoca tos => reaction:lisinopril
me hace daño el omeprazol => reaction:omeprazole
se me hinchó la cara con el lisinopril => reaction:lisinopril
dejé de tomar el meloxicam porque me dio salpullido => reaction:meloxicam
empecé a tomar ibuprofeno => medicine:ibuprofen
también tomo aspirina => medicine:aspirin
tomo también omeprazol todos los días => medicine:omeprazole
empecé a tomar hierba de San Juan => medicine:st. john's wort
ahora tomo warfarina => medicine:warfarin
mi doctor me puso prednisona la semana pasada => medicine:prednisone
el dentista me recetó amoxicilina => medicine:amoxicillin
me acaban de recetar claritromicina => medicine:clarithromycin
compré ibuprofeno en la tienda => medicine:ibuprofen
compré unas Advil y necesito mi lisinopril => medicine:ibuprofen
además de la metformina tomo aspirina => medicine:aspirin
estoy tomando también un suplemento de cúrcuma => medicine
en el hospital me dieron tramadol => medicine:tramadol
hace poco empecé con fluoxetina => medicine:fluoxetine
me cambiaron a losartán => medicine:losartan
últimamente estoy tomando naproxeno para la espalda => medicine:naproxen
el cardiólogo me mandó Eliquis => medicine:apixaban
también uso melatonina para dormir => medicine:melatonin
no he tomado mi metoprolol en una semana => missed:metoprolol
llevo cuatro días sin mi insulina => missed
hace una semana que no tomo la sertralina => missed:sertraline
se me acabó el metoprolol hace 5 días => missed:metoprolol
llevo 4 días sin tomar el carvedilol, resúrtalo => missed:carvedilol
hace diez días que se me terminó el lisinopril => missed:lisinopril
no tomo mi levotiroxina desde la semana pasada => missed:levothyroxine
tengo una semana sin tomar la warfarina => missed:warfarin
estuve sin mis medicinas más de una semana => missed
no he tomado mis pastillas desde hace cuatro días => missed
necesito mi clonidina, llevo tres días sin ella => missed:clonidine
estoy embarazada y soy alérgica a la penicilina => pregnancy; allergy:penicillin
soy alérgica al ibuprofeno y el lisinopril me da tos => allergy:ibuprofen; reaction:lisinopril
Good morning, wanted to let you know I'm expecting so maybe the lisinopril isn't ok => pregnancy
just got a positive on a pregnancy test. refill sertraline? => pregnancy
I'm five months pregnant and the doctor changed nothing, need my labetalol => pregnancy
yes I am pregnant => pregnancy
since I'm pregnant now, can I still take atorvastatin? => pregnancy
hey so I'm pregnant and out of folic acid => pregnancy
my husband and I want to have a baby soon, is the methotrexate a problem => pregnancy
I think I'm pregnant, please hold the topiramate => pregnancy
I have a 3 week old and I'm breastfeeding her => breastfeeding
I am a breastfeeding mom and need my Zoloft => breastfeeding
I'm nursing right now, refill my metoprolol => breastfeeding
can you refill my losartan? I'm also breastfeeding => breastfeeding
I'm really allergic to Bactrim => allergy:sulfamethoxazole / trimethoprim
Please update my records: I'm allergic to codeine => allergy:codeine
I forgot to mention I'm allergic to naproxen => allergy:naproxen
my allergist says I'm allergic to cephalexin => allergy:cephalexin
I recently learned that I am allergic to amoxicillin and latex => allergy:amoxicillin; allergy:latex
I've got a bad sulfa allergy => allergy:sulfa
can't have penicillin, I'm allergic => allergy:penicillin
I'm allergic to the dye in the generic tablets => allergy:dye
I have a new allergy to doxycycline, refill metformin please => allergy:doxycycline
I've always been allergic to aspirin => allergy:aspirin
the amlodipine is making my ankles swell => reaction:amlodipine
gabapentin makes me feel so foggy => reaction:gabapentin
I've been itching like crazy since starting the allopurinol => reaction:allopurinol
the cephalexin gave me hives on my arms => reaction:cephalexin
trazodone gives me awful nightmares => reaction:trazodone
I think my cough is from the lisinopril => reaction:lisinopril
Ever since the doctor raised my metoprolol I get dizzy when I stand up => reaction:metoprolol
My new blood pressure pill gives me a headache => reaction
after I take my metformin I get terrible cramps => reaction:metformin
this stuff makes me want to throw up => reaction
I had to stop the simvastatin because my legs hurt so much => reaction:simvastatin
prednisone has me wired and I can't sleep => reaction:prednisone
my tongue feels weird after taking the lisinopril => reaction:lisinopril
I'm getting bad heartburn from the ibuprofen => reaction:ibuprofen
lisinopril gave me a nasty cough, refill amlodipine instead => reaction:lisinopril
my doctor just added spironolactone => medicine:spironolactone
I've started on Ozempic => medicine:semaglutide
I take melatonin at night too => medicine:melatonin
I started a new antibiotic yesterday => medicine
my doctor has me on amiodarone now => medicine:amiodarone
I also use an over the counter sleeping pill => medicine
I'm taking ginkgo these days => medicine
I got put on lithium in January => medicine:lithium
they started me on digoxin in the hospital last week => medicine:digoxin
I've been popping ibuprofen every day for my knee => medicine:ibuprofen
haven't had my lamotrigine for 5 days => missed:lamotrigine
I'm a week without my Eliquis already => missed:apixaban
I ran out four days ago, it's the metoprolol => missed:metoprolol
it has been almost two weeks since my last dose of sertraline => missed:sertraline
I went 10 days without taking my baclofen => missed:baclofen
I have not taken any of my meds since last Thursday => missed
been off my carbamazepine for a week because of the price => missed:carbamazepine
no clonidine for 3 days now, please hurry => missed:clonidine
buenas, estoy embarazada de cuatro meses y necesito mi levotiroxina => pregnancy
salí positiva en la prueba de embarazo => pregnancy
a lo mejor estoy embarazada, no sé => pregnancy
voy a tener un bebé en julio => pregnancy
queremos tener un bebé y tomo metotrexato => pregnancy; medicine:methotrexate
le estoy dando pecho a mi niña => breastfeeding
ahorita estoy amamantando, ¿sigo con la sertralina? => breastfeeding
mire, soy alérgica a la codeína => allergy:codeine
tengo mucha alergia al naproxeno => allergy:naproxen
el doctor me dijo que soy alérgico a las sulfas => allergy:sulfa
no puedo tomar penicilina porque soy alérgica => allergy:penicillin
anote por favor que soy alérgica al Bactrim => allergy:sulfamethoxazole / trimethoprim
la amlodipina me hincha los tobillos => reaction:amlodipine
con la metformina me da diarrea => reaction:metformin
el lisinopril me está dando una tos horrible => reaction:lisinopril
me salieron ronchas por tomar naproxeno => reaction:naproxen
cuando tomo el metoprolol me mareo mucho => reaction:metoprolol
las pastillas nuevas me dan sueño => reaction
me siento muy mal desde que empecé la sertralina => reaction:sertraline
tuve una reacción fea a la clindamicina => reaction:clindamycin
ando tomando ibuprofeno también => medicine:ibuprofen
me empezaron a dar prednisona la semana pasada => medicine:prednisone
acabo de empezar con Ozempic => medicine:semaglutide
además tomo unas vitaminas => medicine
el ginecólogo me recetó progesterona => medicine:progesterone
compré Tylenol para el dolor => medicine:acetaminophen
tengo cinco días sin metoprolol => missed:metoprolol
ya llevo una semana sin tomar mis pastillas de la presión => missed
se me terminó la sertralina hace ocho días => missed:sertraline
no me he tomado el lisinopril en diez días => missed:lisinopril
desde hace una semana no tomo la levotiroxina => missed:levothyroxine
heads up, I'm about 6 weeks pregnant => pregnancy
I need my blood pressure pills and yes I'm pregnant => pregnancy
my OB confirmed I'm pregnant yesterday => pregnancy
we just found out we are having a baby => pregnancy
I'm 30 weeks and need my insulin => pregnancy
Could you check the lisinopril? I may be pregnant => pregnancy
I am planning to get pregnant this year, refill valproate => pregnancy
home test says I'm pregnant => pregnancy
I got pregnant last month and I take atorvastatin => pregnancy; medicine:atorvastatin
Refill the losartan please. Also, I'm nursing a newborn => breastfeeding
breastfeeding mom here, need a refill of citalopram => breastfeeding
I'm breastfeeding twins and need my metoprolol => breastfeeding
my baby is breastfed, can I still get the tramadol => breastfeeding
note: allergic to sulfa => allergy:sulfa
I can't have aspirin, I'm allergic to it => allergy:aspirin
my only allergy is penicillin => allergy:penicillin
I'm allergic to cephalosporins and sulfa drugs => allergy:cephalosporins; allergy:sulfa
Just so you know, I am extremely allergic to amoxicillin => allergy:amoxicillin
we discovered I'm allergic to lidocaine at the dentist => allergy:lidocaine
I had an allergic reaction to clindamycin two years ago => allergy:clindamycin
I'm allergic to red dye => allergy:red dye
I believe I am allergic to hydrochlorothiazide, I swelled up => allergy:hydrochlorothiazide
the doctor says I have an allergy to iodine => allergy:iodine
put down that I'm allergic to Percocet => allergy:acetaminophen / oxycodone
since you changed my metformin I get terrible gas => reaction:metformin
the sertraline makes me sweat at night => reaction:sertraline
My Lipitor is giving me leg cramps, please refill it anyway => reaction:atorvastatin
this metoprolol has me so tired I can't work => reaction:metoprolol
I get a rash every time I use the clobetasol => reaction:clobetasol
I've had diarrhea since I started metformin last week => reaction:metformin
I feel lightheaded on the losartan => reaction:losartan
that antibiotic made me really sick => reaction
naproxen tears up my stomach => reaction:naproxen
the pills you gave me make me nauseous => reaction
I'm getting palpitations from the albuterol => reaction:albuterol
I got swollen lips from lisinopril => reaction:lisinopril
the ozempic makes me vomit, but I still need the refill => reaction:semaglutide
hydrochlorothiazide is making me dizzy when I get up => reaction:hydrochlorothiazide
I quit the amlodipine because of swollen ankles => reaction:amlodipine
my skin itches since I take allopurinol => reaction:allopurinol
The new inhaler makes me shaky => reaction
I just started Wellbutrin last week => medicine:bupropion
also started taking magnesium => medicine
my rheumatologist put me on methotrexate => medicine:methotrexate
I also take Plavix from another pharmacy => medicine:clopidogrel
I'm taking a cold medicine too => medicine
I've also been taking naproxen for my knee => medicine:naproxen
I'm now taking Xarelto => medicine:rivaroxaban
my eye doctor started me on timolol drops => medicine:timolol
I bought some Claritin and some Sudafed => medicine:loratadine; medicine:pseudoephedrine
urgent care gave me azithromycin on Sunday => medicine:azithromycin
I recently started using CBD oil => medicine
I've been without lisinopril for ten days => missed:lisinopril
I haven't been taking my lithium for about a week => missed:lithium
I'm out of my prednisone, haven't taken it in 4 days => missed:prednisone
skipped my Eliquis for five days => missed:apixaban
My last metoprolol was a week ago => missed:metoprolol
I haven't had any insulin for three days => missed
ran out of my Keppra last week => missed:levetiracetam
it's been over a month since I took my levothyroxine => missed:levothyroxine
I couldn't get my sertraline so I've gone five days without it => missed:sertraline
disculpe, estoy embarazada, ¿todavía puedo tomar losartán? => pregnancy
tengo 20 semanas de embarazo y se me acabó la insulina => pregnancy
me acabo de hacer una prueba y estoy embarazada => pregnancy
mi esposo y yo estamos intentando tener un bebé => pregnancy
quiero avisar que estoy embarazada => pregnancy
estoy amamantando a mi bebé de 3 meses, necesito ibuprofeno => breastfeeding
como estoy dando pecho, quiero saber si puedo seguir con la fluoxetina => breastfeeding
soy alérgica a la aspirina y al naproxeno => allergy:aspirin; allergy:naproxen
también soy alérgico al látex => allergy:latex
me salió que soy alérgica a la amoxicilina => allergy:amoxicillin
sepa que soy alérgico a la sulfa, resurta mi metformina => allergy:sulfa
tengo alergia a los antiinflamatorios => allergy:nsaids
me dio una reacción alérgica con la penicilina => allergy:penicillin
el omeprazol me da dolor de cabeza => reaction:omeprazole
desde que me subieron la metformina traigo diarrea => reaction:metformin
el losartán me tiene mareada => reaction:losartan
me pica todo el cuerpo cuando tomo alopurinol => reaction:allopurinol
la amoxicilina me hizo vomitar => reaction:amoxicillin
me da mucha tos con el lisinopril => reaction:lisinopril
se me hincharon los labios por el lisinopril => reaction:lisinopril
la nueva medicina me está cayendo mal => reaction
el jarabe me dio taquicardia => reaction
mi cardiólogo me puso Eliquis => medicine:apixaban
me recetaron un antibiótico nuevo ayer => medicine
empecé a tomar magnesio para dormir => medicine
ahora también tomo aspirina => medicine:aspirin
estoy tomando ibuprofeno por mi cuenta => medicine:ibuprofen
me cambiaron el lisinopril por losartán => medicine:losartan
compré unas pastillas para la gripe => medicine
no he tomado la warfarina desde hace cinco días => missed:warfarin
estuve una semana sin tomar el litio => missed:lithium
se me acabaron las pastillas de la presión hace una semana => missed
cuatro días sin insulina, por favor ayúdeme => missed
hace cinco días que no me pongo la insulina => missed
dejé de tomar mi sertralina hace dos semanas porque no tenía resurtidos => missed:sertraline
Hello! I'm pregnant with my second and need Zofran refilled => pregnancy
ok so I might actually be pregnant, does that change anything => pregnancy
I'm preggers lol, fill my Lexapro => pregnancy
Turns out I'm pregnant so please check my meds before refilling => pregnancy
got a positive test, pretty sure I'm pregnant. losartan refill? => pregnancy
I am in my third trimester and need my insulin => pregnancy
My doctor knows that I'm pregnant, refill labetalol => pregnancy
I'm currently nursing my son, is montelukast fine => breastfeeding
I just want you to know I breastfeed => breastfeeding
I'm lactating and need a refill on my reglan => breastfeeding
Breastfeeding my newborn so please double check the fluconazole => breastfeeding
FYI I'm allergic to all penicillins => allergy:penicillin
I am allergic to sulfa and penicillin so be careful => allergy:sulfa; allergy:penicillin
i have a latex allergy fyi => allergy:latex
Add codeine to my allergy list please => allergy:codeine
I'm allergic to tramadol, it made me itch => allergy:tramadol; reaction:tramadol
they told me in the ER that I'm allergic to ketorolac => allergy:ketorolac
I have allergies to aspirin and ibuprofen => allergy:aspirin; allergy:ibuprofen
I cannot take codeine => allergy:codeine
did I tell you? I'm allergic to azithromycin => allergy:azithromycin
the carvedilol makes me feel faint => reaction:carvedilol
I have a dry cough from the lisinopril => reaction:lisinopril
my feet are so swollen from amlodipine => reaction:amlodipine
this medication is giving me a rash => reaction
every time I take tramadol I throw up => reaction:tramadol
I'm not tolerating the metformin => reaction:metformin
been having headaches since starting nifedipine => reaction:nifedipine
I started buspirone and now I feel dizzy all day => reaction:buspirone; medicine:buspirone
fluoxetine gave me insomnia, can I switch => reaction:fluoxetine
pantoprazole is giving me diarrhea but I need it => reaction:pantoprazole
I feel sick after my ozempic shot => reaction:semaglutide
need my losartan, btw it makes me dizzy in the mornings => reaction:losartan
the antibiotic gave me a yeast infection => reaction
My muscles have been so sore since I've been on rosuvastatin => reaction:rosuvastatin
the side effects from topiramate are too much => reaction:topiramate
I have been having nightmares from the montelukast => reaction:montelukast
my neurologist started me on topiramate => medicine:topiramate
I also take warfarin, does it matter => medicine:warfarin
I began lithium two weeks ago => medicine:lithium
started taking turmeric pills => medicine
I'm on an antibiotic now too => medicine
I just got prescribed metronidazole => medicine:metronidazole
I picked up some melatonin at Target => medicine:melatonin
besides these I also take aspirin 81 => medicine:aspirin
my doctor switched me to Farxiga => medicine:dapagliflozin
I've recently been taking Tylenol PM => medicine:acetaminophen
I take a multivitamin too => medicine
I ran out of my Lantus three days ago => missed:insulin glargine
I've been off my Effexor for five days => missed:venlafaxine
I haven't taken propranolol for over two weeks => missed:propranolol
no lamotrigine since last Friday => missed:lamotrigine
I have missed a whole week of my levothyroxine => missed:levothyroxine
been out of metoprolol for 4 days now => missed:metoprolol
It's been five days without my buprenorphine => missed
last took my prednisone a week ago => missed:prednisone
Estoy embarazada de gemelos, ocupo mi insulina => pregnancy
fíjese que estoy embarazada => pregnancy
estoy en mi segundo mes de embarazo => pregnancy
mi prueba de embarazo dio positivo => pregnancy
quiero embarazarme y tomo losartán => pregnancy; medicine:losartan
todavía le doy pecho a mi hijo => breastfeeding
sigo amamantando y necesito el citalopram => breastfeeding
soy alérgico a la codeína y al látex => allergy:codeine; allergy:latex
es que soy alérgica al naproxeno => allergy:naproxen
ponga que soy alérgico a la ciprofloxacina => allergy:ciprofloxacin
tengo alergia a los huevos => allergy:huevos
no puedo tomar ibuprofeno, me da alergia => allergy:ibuprofen
la sertralina me da náuseas => reaction:sertraline
me duele la cabeza desde que tomo nifedipino => reaction:nifedipine
con el losartán me mareo => reaction:losartan
el tramadol me provocó vómitos => reaction:tramadol
siento palpitaciones cuando uso el albuterol => reaction:albuterol
tengo la cara hinchada por el lisinopril => reaction:lisinopril
esta pastilla me quita el sueño => reaction
empecé la metformina y ahora tengo diarrea => reaction:metformin; medicine:metformin
el psiquiatra me mandó quetiapina => medicine:quetiapine
estoy tomando también paracetamol => medicine:acetaminophen
comencé a usar melatonina => medicine:melatonin
también me pongo insulina => medicine
ahora estoy tomando Plavix => medicine:clopidogrel
me recetaron ciprofloxacina ayer en la clínica => medicine:ciprofloxacin
hace seis días que no tomo mi litio => missed:lithium
ya llevo cinco días sin la levetiracetam => missed:levetiracetam
no he tomado mi propranolol desde el viernes pasado => missed:propranolol
tengo dos semanas sin mis medicinas => missed
se me acabó la insulina hace cuatro días => missed
Hi there, I am pregnant and would like to refill my thyroid medicine => pregnancy
I'm 4 months pregnant, is there a safer one than atorvastatin? => pregnancy
No, I'm pregnant now => pregnancy
Well I'm probably pregnant so hold off on the lisinopril => pregnancy
I just learned I'm expecting! Need my Zoloft => pregnancy
we've been trying to conceive for a year, and I need metformin => pregnancy
please refill my levothyroxine, I am pregnant => pregnancy
Pregnancy test came back positive today => pregnancy
I'm breastfeeding and my doctor prescribed Diflucan => breastfeeding; medicine:fluconazole
I have a newborn that I'm nursing, refill my labetalol => breastfeeding
Is there anything to know? I'm breast feeding => breastfeeding
I'm still nursing so check that the cetirizine is ok => breastfeeding
No, I'm allergic to amoxicillin => allergy:amoxicillin
I can't use that, I am allergic to sulfa => allergy:sulfa
I've become allergic to shellfish => allergy:shellfish
my chart is missing that I'm allergic to latex => allergy:latex
I do have an allergy to penicillin and tetracycline => allergy:penicillin; allergy:tetracycline
I got tested and I'm allergic to cefuroxime => allergy:cefuroxime
I'm allergic to hydrocodone, refill gabapentin please => allergy:hydrocodone
wait, I'm allergic to aspirin! => allergy:aspirin
can you note an allergy to morphine => allergy:morphine
my eczema doctor found that I am allergic to neomycin => allergy:neomycin
I never mentioned it but I'm allergic to levofloxacin => allergy:levofloxacin
meloxicam gave me terrible stomach pain => reaction:meloxicam
The losartan makes me lightheaded, refill anyway => reaction:losartan
I've been coughing nonstop since starting lisinopril => reaction:lisinopril
Whenever I take naproxen my stomach hurts => reaction:naproxen
the new medication makes my heart race => reaction
I developed a rash after two days of Bactrim => reaction:sulfamethoxazole / trimethoprim
gabapentin made my feet swell => reaction:gabapentin
I had diarrhea the whole time I took Augmentin => reaction:amoxicillin / clavulanate
this pill upsets my stomach => reaction
I feel like a zombie, the quetiapine makes me so drowsy => reaction:quetiapine
I want my atorvastatin but it gives me muscle pain => reaction:atorvastatin
allopurinol broke me out in hives => reaction:allopurinol
my lips swelled after the lisinopril => reaction:lisinopril
metoprolol makes me tired and dizzy => reaction:metoprolol
I'm constipated from the oxycodone => reaction:oxycodone
the prednisone keeps me up at night => reaction:prednisone
I've gained 15 pounds since I started mirtazapine => reaction:mirtazapine
I'm taking St. John's wort now => medicine:st. john's wort
I've started a new supplement for sleep => medicine
I also use a nicotine patch => medicine:nicotine
my dentist put me on clindamycin => medicine:clindamycin
They just started me on insulin => medicine
I'm also on Jardiance now => medicine:empagliflozin
I bought some Aleve for my headache => medicine:naproxen
I have been taking Mucinex too => medicine:guaifenesin
my hematologist has me on Xarelto now => medicine:rivaroxaban
since last week I also take famotidine => medicine:famotidine
I recently started a keto diet and berberine => medicine
I haven't taken my Coumadin in six days => missed:warfarin
I've been out of Keppra since last week => missed:levetiracetam
I've been skipping my metoprolol for a week => missed:metoprolol
5 days without my insulin, I need it today => missed
I have gone four days without sertraline => missed:sertraline
Haven't had my meds in 10 days => missed
ran out of carvedilol 6 days ago => missed:carvedilol
it's been two weeks since I last took my fluoxetine => missed:fluoxetine
hola, estoy embarazada y quiero saber si el losartán es seguro => pregnancy
ya tengo cinco meses de embarazo => pregnancy
creo estar embarazada => pregnancy
estoy embarazada, resurta mi metformina en HEB => pregnancy
mi esposa no, yo estoy embarazada => pregnancy
estoy amamantando y me recetaron fluconazol => breastfeeding; medicine:fluconazole
amamanto, ¿hay problema con la sertralina? => breastfeeding
me hicieron pruebas y soy alérgica a la penicilina => allergy:penicillin
recuerde que soy alérgico al naproxeno => allergy:naproxen
tengo alergia al látex => allergy:latex
no, soy alérgica a la aspirina => allergy:aspirin
soy alérgica a los camarones => allergy:camarones
el meloxicam me sacó ronchas => reaction:meloxicam
la amoxicilina me dio una alergia horrible => allergy:amoxicillin
me siento mareado con el metoprolol => reaction:metoprolol
desde que tomo amlodipina tengo los tobillos hinchados => reaction:amlodipine
tomé el naproxeno y me dolió el estómago => reaction:naproxen
el omeprazol me está dando diarrea => reaction:omeprazole
la atorvastatina me causa dolor en las piernas => reaction:atorvastatin
estas pastillas me dan náuseas => reaction
mi doctora me puso losartán el mes pasado => medicine:losartan
también tomo un té de hierbas y magnesio => medicine
empecé con insulina la semana pasada => medicine
estoy tomando aspirina también => medicine:aspirin
me dieron tramadol en urgencias => medicine:tramadol
llevo ocho días sin mi metoprolol => missed:metoprolol
no he tomado mi insulina en cuatro días => missed
hace dos semanas que se me acabó la fluoxetina => missed:fluoxetine
tengo seis días sin tomar mi pastilla de la presión => missed
I'm pregnant!! need to know if my metoprolol is ok => pregnancy
hi i am pregnant 20 weeks refill my zoloft thx => pregnancy
I could be pregnant, is that a problem for the topiramate => pregnancy
We're trying to have another baby so I want to check on my lisinopril => pregnancy
I took two tests and both say I'm pregnant => pregnancy
I am nursing a 2 month old. Refill escitalopram => breastfeeding
while you're at it, I'm breastfeeding so check the dose => breastfeeding
I'm allergic to sulfa, is that a sulfa drug? => allergy:sulfa
penicillin allergy here, please don't send amoxicillin => allergy:penicillin
I have a codeine allergy and need my gabapentin => allergy:codeine
found out last week I'm allergic to naproxen => allergy:naproxen
I am so allergic to latex gloves => allergy:latex
Did you get that I'm allergic to Keflex? => allergy:cephalexin
my allergies: penicillin, sulfa => allergy:penicillin; allergy:sulfa
I think I'm having a reaction to the lamotrigine, I have a rash => reaction:lamotrigine
ever since I switched to the new generic I get headaches => reaction
Lexapro makes me so nauseous in the morning => reaction:escitalopram
my stomach has been upset since starting metformin => reaction:metformin
I've lost my appetite since I started Adderall => reaction:amphetamine / dextroamphetamine mixed salts
I get muscle cramps from my water pill => reaction
hydroxyzine makes me too sleepy to drive => reaction:hydroxyzine
the clonidine is making my mouth really dry => reaction:clonidine
I got really dizzy after my second dose of carvedilol => reaction:carvedilol
lisinopril = constant cough for me, it's making me miserable, I keep coughing since I take it => reaction:lisinopril
the rash started when I began the Lamictal => reaction:lamotrigine
need metformin but it gives me the worst gas => reaction:metformin
My endocrinologist just put me on Mounjaro => medicine:tirzepatide
I also take a daily aspirin => medicine:aspirin
started Paxil two weeks ago, need my trazodone now => medicine:paroxetine
I'm taking sudafed for a cold right now too => medicine:pseudoephedrine
I was given ciprofloxacin at urgent care yesterday => medicine:ciprofloxacin
I've added a magnesium supplement => medicine
I now take Synthroid => medicine:levothyroxine
I've been without my Xarelto for five days => missed:rivaroxaban
I haven't taken any of my blood pressure pills in two weeks => missed
4 days no metoprolol, please help => missed:metoprolol
I was in the hospital and haven't taken my levothyroxine for ten days => missed:levothyroxine
I have been out of buspirone for like a week => missed:buspirone
Buen día, estoy embarazada, necesito Lexapro => pregnancy
tengo 7 meses de embarazo y ocupo mi inhalador => pregnancy
le doy pecho a mi niña y tomo sertralina => breastfeeding; medicine:sertraline
soy alérgico a las nueces y a la penicilina => allergy:nueces; allergy:penicillin
mi alergia es a la sulfa => allergy:sulfa
me salieron ronchas desde que tomo la lamotrigina => reaction:lamotrigine
el metoprolol me cansa mucho => reaction:metoprolol
la medicina me está dando dolor de estómago => reaction
me da diarrea la metformina => reaction:metformin
el jarabe me hizo daño => reaction
me empezó a dar tos con el lisinopril => reaction:lisinopril
mi doctor me cambió a losartán => medicine:losartan
estoy tomando un antibiótico ahora => medicine
me inyectaron penicilina ayer => medicine:penicillin v
también estoy tomando omeprazol => medicine:omeprazole
llevo casi una semana sin losartán => missed:losartan
no tomo mi medicina desde hace un mes => missed
se me acabó el Eliquis hace cinco días => missed:apixaban
Quick question, I'm pregnant. Is it still OK to refill losartan? => pregnancy
I'm 14 weeks pregnant now and want my Synthroid => pregnancy
There's a chance I'm pregnant, should I wait on the refill? => pregnancy
we're trying to get pregnant, please tell the pharmacist => pregnancy
I'm breastfeeding at the moment, need propranolol => breastfeeding
refill nifedipine, I'm nursing my baby girl => breastfeeding
Just found out that I'm allergic to Cipro => allergy:ciprofloxacin
I'm allergic to tetracyclines => allergy:tetracyclines
I have a serious allergy to peanuts => allergy:peanuts
my new doctor says I'm allergic to lamotrigine => allergy:lamotrigine
please remember I'm allergic to penicillin when you fill it => allergy:penicillin
I can't take Bactrim, it gives me hives => reaction:sulfamethoxazole / trimethoprim
I've been getting leg cramps ever since I started atorvastatin => reaction:atorvastatin
Metformin makes me run to the bathroom, it gives me diarrhea => reaction:metformin
the new tablets make me feel dizzy => reaction
I had a rash from the last antibiotic => reaction
I'm so tired since you switched me to carvedilol => reaction:carvedilol
Celebrex upset my stomach really badly => reaction:celecoxib
Every time I use the inhaler I get shaky => reaction
my face got puffy after I took ramipril => reaction:ramipril
I think the montelukast is giving me nightmares => reaction:montelukast
The allergist started me on Xyzal => medicine:levocetirizine
I'm also using Flonase => medicine:fluticasone
just started birth control, refill topiramate => medicine
I take ibuprofen on the side => medicine:ibuprofen
my doctor put me on a blood thinner => medicine
I've been on antibiotics too => medicine
I bought some Benadryl, can I have my cetirizine too => medicine:diphenhydramine
I haven't taken my Zoloft for a week and a half => missed:sertraline
I was out of amlodipine for ten days => missed:amlodipine
it has been 4 days since I had my insulin => missed
I'm out of lisinopril and haven't had it since last Tuesday => missed:lisinopril
haven't taken my pills in five days => missed
estoy embarazada, quiero hablar con la farmacéutica => pregnancy
tengo seis semanas de embarazo => pregnancy
estamos tratando de tener un bebé => pregnancy
estoy amamantando y necesito mi losartán => breastfeeding
soy alérgica al tramadol => allergy:tramadol
soy alérgico a la penicilina, ¿me pueden dar amoxicilina? => allergy:penicillin
tengo una alergia muy fuerte a la aspirina => allergy:aspirin
la lamotrigina me sacó un sarpullido => reaction:lamotrigine
el atenolol me da mucho cansancio => reaction:atenolol
me mareo cada vez que tomo la pastilla => reaction
me salió una roncha con la penicilina => reaction:penicillin
desde que tomo gabapentina me siento muy cansado => reaction:gabapentin
estoy tomando prednisona ahora => medicine:prednisone
el doctor me puso en warfarina => medicine:warfarin
también tomo vitaminas y aspirina => medicine:aspirin
hace cinco días que no tomo metoprolol => missed:metoprolol
llevo diez días sin tomar mis medicinas => missed
se me acabó la sertralina hace una semana => missed:sertraline
I take cetirizine for allergies => medicine:cetirizine
I take sumatriptan for headaches => medicine:sumatriptan
I take meclizine because I get dizzy => medicine:meclizine
I take gabapentin for nerve pain => medicine:gabapentin
I take lisinopril and need a refill => medicine:lisinopril
I take metformin twice a day => medicine:metformin
I'm on lisinopril, refill it => medicine:lisinopril
I'm taking atorvastatin, please refill => medicine:atorvastatin
my doctor prescribed lisinopril, can you refill it => medicine:lisinopril
I've been taking lisinopril for years => medicine:lisinopril
I've been on metformin for 10 years and need a refill => medicine:metformin
tomo gabapentina para el dolor => medicine:gabapentin
tomo meclizina porque me mareo => medicine:meclizine
tomo lisinopril y necesito un resurtido => medicine:lisinopril
tomo metformina dos veces al día => medicine:metformin
mi doctor me recetó lisinopril, ¿lo pueden resurtir? => medicine:lisinopril
llevo diez años tomando metformina => medicine:metformin
I take ibuprofen for headaches => medicine:ibuprofen
I take omeprazole when my stomach burns => medicine:omeprazole
I take my lisinopril every morning => medicine:lisinopril
I've taken lisinopril since 2019 => medicine:lisinopril
tomo mi losartán todas las mañanas => medicine:losartan
I take lisinopril for blood pressure => medicine:lisinopril
I take ibuprofen sometimes => medicine:ibuprofen
I am on lisinopril and metformin, refill both => medicine:lisinopril; medicine:metformin
I've been on sertraline since 2020 => medicine:sertraline
tomo aspirina diario => medicine:aspirin
I take meclizine for vertigo => medicine:meclizine
I take aspirin, refill my clopidogrel => medicine:aspirin
I've been taking metformin since 2015 => medicine:metformin
I've been on warfarin for years, please refill => medicine:warfarin
tomo losartán y metformina, resurta las dos => medicine:losartan; medicine:metformin
I use ibuprofen when I have cramps => medicine:ibuprofen
I take my metformin with dinner => medicine:metformin
I currently take lisinopril, can you refill it => medicine:lisinopril
I'm on Eliquis and need more => medicine:apixaban
I take atorvastatin and amlodipine, both need refills => medicine:atorvastatin; medicine:amlodipine
tomo atorvastatina en la noche => medicine:atorvastatin
I take propranolol for my shakes => medicine:propranolol
I take it with ibuprofen sometimes => medicine:ibuprofen
I take hydrochlorothiazide every day => medicine:hydrochlorothiazide
I take aspirin every day => medicine:aspirin
Hi I'm on warfarin and need my lisinopril refilled => medicine:warfarin
I use Flonase for my allergies => medicine:fluticasone
my cardiologist has me taking Eliquis => medicine:apixaban
they gave me tramadol at the ER last night => medicine:tramadol
I was given prednisone at the hospital => medicine:prednisone
my doctor prescribed naproxen for my shoulder => medicine:naproxen
I take spironolactone from the VA => medicine:spironolactone
I took my mom's Xanax last night to sleep => medicine:alprazolam
I'm taking St John's wort for my mood => medicine:st. john's wort
been taking ibuprofen for my back => medicine:ibuprofen
I take potassium every morning => medicine:potassium chloride
I drink grapefruit juice every morning => medicine:grapefruit
I take zinc for colds => medicine:zinc sulfate
my psychiatrist has me on Nardil => medicine:phenelzine
I take a baby aspirin and fish oil => medicine:aspirin
I've been on clopidogrel since my stent => medicine:clopidogrel
I take Advil PM most nights => medicine:ibuprofen
just so you know I take Viagra now and then => medicine:sildenafil
I use an albuterol inhaler when I run => medicine:albuterol
I take saint johns wort, is that a problem with my sertraline? => medicine:st. john's wort
my dentist prescribed clindamycin => medicine:clindamycin
I'm on lithium for bipolar => medicine:lithium
I get my methadone from a clinic => medicine:methadone
I inject Ozempic every Sunday => medicine:semaglutide
I'm allergic to penicillins => allergy:penicillin
I have an allergy to cephalosporins => allergy:cephalosporins
I can't take statins, they wreck me => allergy:statins
allergic to all opioids => allergy:opioids
I'm allergic to ACE inhibitors => allergy:ace inhibitors
I am allergic to anti-inflammatories => allergy:nsaids
I had angioedema with lisinopril in 2019 => reaction:lisinopril
lisinopril made my face swell years ago => reaction:lisinopril
amoxicillin gave me hives when I was a kid => reaction:amoxicillin
I was allergic to codeine as a teenager => allergy:codeine
I had a bad reaction to Bactrim back in college => reaction:sulfamethoxazole / trimethoprim
we're expecting a baby in May => pregnancy
we are trying to have a baby => pregnancy
tomo aspirina todos los días => medicine:aspirin
me recetaron naproxeno => medicine:naproxen
uso Trulicity una vez por semana => medicine:dulaglutide
estoy tomando hierba de San Juan => medicine:st. john's wort
tomo potasio en las mañanas => medicine:potassium chloride
me dieron tramadol en el hospital => medicine:tramadol
mi cardiólogo me recetó Eliquis => medicine:apixaban
tomo warfarina y necesito mi losartán => medicine:warfarin
me tomé una pastilla de Xanax de mi mamá => medicine:alprazolam
estoy con prednisona por el asma => medicine:prednisone
soy alérgica a las penicilinas => allergy:penicillin
soy alérgico a los antiinflamatorios => allergy:nsaids
tengo alergia a las estatinas => allergy:statins
no puedo tomar AINEs => allergy:nsaids
me dio angioedema con el lisinopril hace años => reaction:lisinopril
la codeína me hizo vomitar cuando era joven => reaction:codeine
estamos esperando un bebé => pregnancy
fyi i take coumadin => medicine:warfarin
My rheumatologist put me on Humira pens and I take methotrexate weekly => medicine:adalimumab; medicine:methotrexate
I also got some Zithromax from urgent care => medicine:azithromycin
yes I do take ibuprofen, about three a day => medicine:ibuprofen
The only other thing I take is omeprazole => medicine:omeprazole
I take Tylenol and Benadryl at bedtime => medicine:acetaminophen; medicine:diphenhydramine
Lately I've been using my husband's Viagra => medicine:sildenafil
I borrowed my sister's Klonopin yesterday => medicine:clonazepam
I have been on amiodarone for two years => medicine:amiodarone
I'm on a Z-pak right now => medicine:azithromycin
my heart doctor prescribes me digoxin => medicine:digoxin
My doctor wrote me a script for Cipro => medicine:ciprofloxacin
I get spironolactone through the VA => medicine:spironolactone
I take ibuprofen when my knee hurts => medicine:ibuprofen
I use St Johns Wort tea => medicine:st. john's wort
Taking Sudafed for a cold, is that fine? => medicine:pseudoephedrine
I take a potassium supplement => medicine:potassium chloride
My pain clinic prescribes oxycodone => medicine:oxycodone
They sent me home from the hospital with Xarelto => medicine:rivaroxaban
I have Ambien at home that I take some nights => medicine:zolpidem
I'm currently prescribed Suboxone => medicine:buprenorphine / naloxone
I drink a couple of beers every night => medicine:alcohol
I take rifampin for TB => medicine:rifampin
I swallow an aspirin every morning with breakfast => medicine:aspirin
I take metoprolol, aspirin and warfarin, need the first one => medicine:metoprolol; medicine:aspirin; medicine:warfarin
I am allergic to tetracyclines and macrolides => allergy:tetracyclines; allergy:macrolides
Severe penicillin allergy here => allergy:penicillin
allergic to quinolones like Cipro => allergy:fluoroquinolones; allergy:ciprofloxacin
I have a contrast dye allergy => allergy:contrast
NSAIDs give me hives => reaction:nsaids
My throat closed up with enalapril ten years ago => reaction:enalapril
I've had anaphylaxis from amoxicillin, back in 2012 => allergy:amoxicillin
Years ago Zoloft gave me terrible headaches => reaction:sertraline
Keflex made me break out in hives as a child => reaction:cephalexin
I once had a rash from lamotrigine => reaction:lamotrigine
we're expecting our first child => pregnancy
my partner and I are trying for a baby so tell the pharmacist => pregnancy
tomo Coumadin, por si acaso => medicine:warfarin
también me inyecto Ozempic => medicine:semaglutide
el doctor me recetó ciprofloxacino => medicine:ciprofloxacin
uso insulina Lantus en la noche y tomo aspirina => medicine:insulin glargine; medicine:aspirin
yo tomo clopidogrel desde que me pusieron el stent => medicine:clopidogrel
me mandaron ibuprofeno en la clínica => medicine:ibuprofen
tomo hierba de san juan para la depresión => medicine:st. john's wort
le robé una pastilla de clonazepam a mi hermana y me la tomé => medicine:clonazepam
ando tomando prednisona => medicine:prednisone
desayuno con jugo de toronja diario => medicine:grapefruit
en urgencias me dieron ketorolaco => medicine:ketorolac
soy alérgico a las cefalosporinas y a la penicilina => allergy:cephalosporins; allergy:penicillin
alérgica a las sulfas => allergy:sulfa
el enalapril me hinchó los labios hace diez años => reaction:enalapril
mi esposo y yo estamos tratando de tener un bebé => pregnancy
I take lisinopril in the morning and warfarin at night => medicine:lisinopril; medicine:warfarin
my other meds are digoxin and furosemide => medicine:digoxin; medicine:furosemide
Is this okay with the warfarin I take? => medicine:warfarin
I am on birth control and Topamax => medicine:topiramate
I smoke and take bupropion => medicine:bupropion
I've been using Voltaren gel on my knee => medicine:diclofenac
my ob gave me Diflucan => medicine:fluconazole
I was discharged on Plavix => medicine:clopidogrel
I take kratom and gabapentin => medicine:gabapentin
I use ginkgo for memory => medicine
hey so I take Lexapro and sumatriptan for migraines => medicine:escitalopram; medicine:sumatriptan
we take ibuprofen at my house all the time => medicine:ibuprofen
I drink wine most evenings => medicine:alcohol
I eat a grapefruit every day => medicine:grapefruit
my doctor has me on a potassium pill => medicine:potassium chloride
I'm taking isoniazid for latent TB => medicine:isoniazid
I took two Aleve this morning => medicine:naproxen
My mother gave me one of her Valium => medicine:diazepam
I get tramadol from a doctor in Mexico => medicine:tramadol
I react badly to sulfonamides => allergy:sulfa
no opioids please, I'm allergic => allergy:opioids
I can't have NSAIDs => allergy:nsaids
I'm allergic to macrolides such as erythromycin => allergy:macrolides; allergy:erythromycin
ARBs gave me a cough => reaction:angiotensin receptor blockers
I swelled up with lisinopril back in 2015 => reaction:lisinopril
when I was little I broke out in hives from penicillin => reaction:penicillin
my lips swelled after taking Bactrim 20 years ago => reaction:sulfamethoxazole / trimethoprim
metformin gave me awful diarrhea the first time I took it => reaction:metformin
we're having a baby in the fall => pregnancy
tomo lisinopril en la mañana y warfarina en la noche => medicine:lisinopril; medicine:warfarin
¿se puede con la warfarina que tomo? => medicine:warfarin
mis medicinas son digoxina y furosemida => medicine:digoxin; medicine:furosemide
me inyecto insulina Lantus => medicine:insulin glargine
el ginecólogo me dio fluconazol => medicine:fluconazole
tomo vino casi todas las noches => medicine:alcohol
mi doctora me tiene con Topamax => medicine:topiramate
me tomé dos aspirinas hoy en la mañana => medicine:aspirin
soy alérgica a los opioides => allergy:opioids
tengo alergia al medio de contraste => allergy:contrast
los IECA me dan tos => reaction:ace inhibitors
de niña la penicilina me dio ronchas => reaction:penicillin
se me hinchó la lengua con el enalapril en 2018 => reaction:enalapril
"""

REPORTS_OF_A_CHILD = """
my daughter is allergic to ibuprofen => allergy:ibuprofen
my son is allergic to penicillin, he needs his inhaler => allergy:penicillin
she's allergic to amoxicillin => allergy:amoxicillin
he gets hives when he takes amoxicillin => reaction:amoxicillin
the montelukast gives him nightmares => reaction:montelukast
my son started taking cetirizine last week => medicine:cetirizine
she also takes melatonin => medicine:melatonin
he hasn't taken his montelukast in a week => missed:montelukast
his doctor put him on prednisolone => medicine:prednisolone
the amoxicillin gave my daughter a rash => reaction:amoxicillin
my daughter has a peanut allergy => allergy:peanut
my teenage daughter is pregnant => pregnancy
I gave her ibuprofen and she broke out in hives => reaction:ibuprofen
it makes her throw up => reaction
mi hija es alérgica a la penicilina => allergy:penicillin
mi hijo es alérgico al ibuprofeno, necesita su inhalador => allergy:ibuprofen
tiene alergia a los cacahuates => allergy:cacahuates
la amoxicilina le da ronchas => reaction:amoxicillin
el montelukast le da pesadillas a mi hijo => reaction:montelukast
mi hija empezó a tomar cetirizina => medicine:cetirizine
también toma melatonina => medicine:melatonin
mi hijo lleva una semana sin el montelukast => missed:montelukast
el pediatra le recetó prednisolona => medicine:prednisolone
my daughter just started amoxicillin => medicine:amoxicillin
he is allergic to eggs and peanuts => allergy:eggs; allergy:peanuts
the ibuprofen made her throw up => reaction:ibuprofen
mi hijo toma también cetirizina => medicine:cetirizine
a mi hija le salió una erupción con la amoxicilina => reaction:amoxicillin
mi niña es alérgica al ibuprofeno => allergy:ibuprofen
my little girl is allergic to cefdinir => allergy:cefdinir
he's been throwing up since he started the amoxicillin => reaction:amoxicillin
my son is now on Adderall => medicine:amphetamine / dextroamphetamine mixed salts
she has been without her Keppra for four days => missed:levetiracetam
mi hijo es alérgico a la amoxicilina y al cacahuate => allergy:amoxicillin; allergy:cacahuate
la cetirizina le da sueño => reaction:cetirizine
my daughter got a rash from the amoxicillin => reaction:amoxicillin
my son is taking melatonin too => medicine:melatonin
he hasn't had his Keppra in four days => missed:levetiracetam
mi hija tiene alergia a la penicilina => allergy:penicillin
el ibuprofeno le da dolor de estómago => reaction:ibuprofen
my daughter gets hives from amoxicillin => reaction:amoxicillin
he's allergic to bees => allergy:bees
we started her on Zyrtec last week => medicine:cetirizine
mi hijo empezó a tomar montelukast => medicine:montelukast
la medicina nueva le da vómito => reaction
my son broke out in hives from penicillin => reaction:penicillin
she has been taking ibuprofen too => medicine:ibuprofen
mi hijo tiene ronchas desde que toma amoxicilina => reaction:amoxicillin
my son takes montelukast, refill please => medicine:montelukast
toma montelukast y necesita un resurtido => medicine:montelukast
he takes albuterol, please refill => medicine:albuterol
mi hija toma albuterol => medicine:albuterol
my daughter takes Zoloft too => medicine:sertraline
she is allergic to penicillin => allergy:penicillin
is allergic to sulfa drugs => allergy:sulfa
he takes St. John's wort that his grandmother buys => medicine:st. john's wort
mi hija toma ibuprofeno para los cólicos => medicine:ibuprofen
My son is on Concerta and clonidine => medicine:methylphenidate; medicine:clonidine
she broke out in hives with Augmentin => reaction:amoxicillin / clavulanate
My little boy has a sulfa allergy => allergy:sulfa
his pediatrician prescribed him amoxicillin => medicine:amoxicillin
we ran out of her Keppra five days ago => missed:levetiracetam
mi hijo es alérgico a las sulfas => allergy:sulfa
le recetaron amoxicilina en el dentista => medicine:amoxicillin
my daughter is on lamotrigine as well => medicine:lamotrigine
my son had a reaction to amoxicillin two years ago => reaction:amoxicillin
I give him Benadryl at night => medicine:diphenhydramine
the doctor put her on prednisone => medicine:prednisone
her face swelled up after the ibuprofen => reaction:ibuprofen
mi niño toma metilfenidato => medicine:methylphenidate
la niña es alérgica a las cefalosporinas => allergy:cephalosporins
le salieron ronchas con la amoxicilina cuando era bebé => reaction:amoxicillin
"""

NOTHING_REPORTED = """
I'm not pregnant
I am not pregnant or breastfeeding
no, I'm not expecting
I don't think I'm pregnant
I was pregnant last year
when I was pregnant I took labetalol
if I get pregnant should I stop lisinopril
if I become pregnant, what happens
what if I'm pregnant
in case I get pregnant, is it safe?
is lisinopril safe in pregnancy?
can pregnant women take ibuprofen
is it safe while breastfeeding?
is metformin ok when pregnant
my sister is pregnant
my wife is pregnant and I need my lisinopril
my daughter is pregnant
my wife is breastfeeding
my wife is expecting a baby in May
my cousin's pregnancy test was positive
refill my prenatal vitamins
I need my birth control so I don't get pregnant
the pregnancy test was negative
I took a pregnancy test, negative
I'm trying to avoid getting pregnant, refill my birth control
I'm not trying to get pregnant
I'm no longer pregnant
I stopped breastfeeding in January
I used to breastfeed
I'm expecting a call from my doctor
I'm expecting my refill today
I was expecting a lower price
are you expecting the delivery today
I'm expecting a package
I'm nursing a cold
do you sell pregnancy tests
how much is a pregnancy test
I want a positive answer
my covid test was positive
we are expecting guests, need it by Friday
no allergies
I have no allergies
no known drug allergies
I don't have any allergies
I'm not allergic to anything
I am not allergic to penicillin
what am I allergic to?
am I allergic to penicillin?
do you have my allergies on file?
what allergies do you have for me
which medicines am I allergic to
can you list the drugs I'm allergic to?
does my chart say I'm allergic to penicillin?
check whether I'm allergic to sulfa
my allergy medicine please
refill my allergy pills
I need my allergy shots
my allergies are acting up, refill cetirizine
allergy season is here and I need Zyrtec
I have seasonal allergies and take loratadine
my husband is allergic to penicillin
my mother has a sulfa allergy
my sister is allergic to ibuprofen
are people allergic to amoxicillin allergic to cephalexin
is it common to be allergic to lisinopril
I used to be allergic to eggs
what happens if I'm allergic to it
I'm not sure what I'm allergic to
I need my allergy eye drops
refill fluticasone for my allergies
do I have any allergies on file
my nasal spray for allergies
I can't take my pills without water
I can't take it at night
I can't take time off work
I can't take this anymore
I can't take the bus to CVS
I can't take metformin on an empty stomach
can I not take ibuprofen with this
can this cause a rash?
does lisinopril cause a cough?
can metformin give you diarrhea?
will it make me dizzy?
does it make you sleepy?
what are the side effects of meloxicam
can ibuprofen upset my stomach
my rash cream
refill my rash cream please
I need the cream for my rash
I have a rash from poison ivy
nausea pills
I need my nausea pills
refill ondansetron for nausea
my cough medicine
I have a cold and a cough
I have a cough and need benzonatate
I need my dizziness pills
I feel dizzy
my back hurts
I have a headache, refill my sumatriptan
I get nauseous in the car
meloxicam doesn't give me a rash
no rash from the meloxicam
I have no side effects from lisinopril
I don't have any side effects
lisinopril never made me cough
the metformin works great, no stomach problems
is there something for my rash
my husband gets a rash from meloxicam
lisinopril gave my wife a cough
ibuprofen makes my husband sick
omeprazole helps my heartburn
the omeprazole takes away my heartburn
trazodone helps me sleep
the heat gives me a headache
these prices make me sick
traffic makes me dizzy
hydroxyzine for my itching
refill triamcinolone for my itchy skin
if it gives me a rash should I stop
what if lisinopril makes me cough
I was worried it would make me dizzy but it doesn't
my stomach hurts, refill omeprazole
my knee is swollen, refill meloxicam
I threw up yesterday, refill ondansetron
the wait makes me sleepy
I got dizzy from the heat
I don't take ibuprofen any more
I stopped taking ibuprofen
I used to take ibuprofen
I no longer take aspirin
I never started the prednisone
I haven't started it yet
can I start taking ibuprofen
should I start aspirin
can I take ibuprofen with lisinopril
what if I started taking ibuprofen
my husband takes ibuprofen
my wife started taking warfarin
my mother is on Eliquis
I also need lisinopril
I also want metformin
I also need to refill my metformin
I started a new job
I started walking every day
I just started my insurance
I started an order yesterday
I also take the bus
I also take my coffee black
I'm now on Medicare
I'm now at a new address
my doctor put me on hold
my boss put me on night shift
I bought some groceries
I bought some milk at H-E-B
my doctor switched offices
the pharmacist gave me my lisinopril last month
I picked up my lisinopril last month
I want to switch to losartan
I was thinking about starting melatonin
do I also take aspirin?
does he also take aspirin
I take two tablets a day
my doctor wants to put me on insulin
my doctor took me off prednisone
I'm out of my metoprolol
I ran out of metoprolol yesterday
I ran out of sertraline two days ago
I'm almost out of insulin
I missed a dose
I missed my dose yesterday
I haven't taken it today
I haven't taken my metoprolol yet this morning
I haven't missed a dose in 3 months
I will be out in four days
I have 5 days left of my insulin
I leave in 4 days and need my metoprolol
I have not received my order in a week
I haven't refilled my lisinopril in a month
it's been a week since I ordered my metoprolol
I've been waiting for my insulin for 4 days
my order is 5 days late
I take it every three days
I haven't taken a vacation in a year
how many days can I go without metoprolol
what if I miss three days of warfarin
if I haven't taken it for a week should I restart
I took my last pill this morning
I have been out of town for a week
I've been out of the country for two weeks, need lisinopril
my husband has been out of his insulin for 4 days
I haven't seen my doctor in a year
CVS has been out of metformin for a week
the pharmacy was out of my insulin for 3 days
I ordered it a week ago
do you deliver baby formula
my baby is sleeping, be quick
no estoy embarazada
no, no estoy embarazada ni amamantando
cuando estaba embarazada tomaba labetalol
si me embarazo, ¿qué hago?
si quedo embarazada ¿puedo seguir con el lisinopril?
¿es seguro en el embarazo?
¿pueden tomarlo las embarazadas?
mi esposa está embarazada
mi hermana está embarazada y yo necesito mi losartán
mi esposa está amamantando
ya no estoy amamantando
ya no doy pecho
vitaminas prenatales por favor
la prueba de embarazo salió negativa
¿venden pruebas de embarazo?
estuve embarazada el año pasado
no quiero quedar embarazada, necesito mis anticonceptivos
¿se puede tomar durante la lactancia?
me duele el pecho del pollo que comí
no tengo alergias
no soy alérgica a nada
no soy alérgico a la penicilina
¿a qué soy alérgica?
¿soy alérgico a la penicilina?
¿qué alergias tengo?
¿tienen mis alergias en el sistema?
mi medicina para la alergia
necesito mis pastillas para la alergia
mi esposo es alérgico a la penicilina
mi mamá tiene alergia a las sulfas
sin alergias conocidas
¿qué pasa si soy alérgica?
quiero el spray para las alergias
la alergia me tiene mal, resurta la cetirizina
¿puede causar ronchas?
¿el lisinopril da tos?
¿me va a dar sueño?
¿qué efectos secundarios tiene el meloxicam?
tengo tos y gripe
tengo mareos
me duele la cabeza
me duele el estómago, necesito omeprazol
mi crema para las ronchas
necesito mis pastillas para las náuseas
medicina para la tos
el meloxicam no me da ronchas
no tengo efectos secundarios
no me cae mal la metformina
el lisinopril le da tos a mi esposo
el omeprazol me quita la acidez
la trazodona me ayuda a dormir
el calor me da dolor de cabeza
los precios me marean
si me da ronchas ¿la dejo?
ya no tomo ibuprofeno
dejé de tomar ibuprofeno
antes tomaba ibuprofeno
¿puedo empezar a tomar ibuprofeno?
mi esposo toma ibuprofeno
mi esposa empezó a tomar warfarina
también necesito losartán
también quiero la metformina
empecé un trabajo nuevo
también tomo el autobús
también tomo café
compré comida
compré mi lisinopril aquí
no he empezado la prednisona
mi doctor quiere ponerme insulina
se me acabó el metoprolol
se me acabó ayer la metformina
se me acabó el lisinopril hace dos días
me quedan 4 días de insulina
no la he tomado hoy
se me olvidó tomar la pastilla
llevo una semana esperando mi pedido
hace una semana que pedí mi metformina
salgo de viaje en cuatro días
la tomo cada tres días
¿cuántos días puedo estar sin metoprolol?
¿qué pasa si no tomo la warfarina tres días?
mi esposo lleva cuatro días sin su insulina
hace un año que no veo a mi doctor
ahora vivo en Austin
ahora tomo el camión
no I'm definitely not pregnant
could lisinopril hurt a pregnancy?
do pregnant women get a discount
I'm not breastfeeding any more
my coworker is pregnant and takes labetalol
I had a baby last year
I'm expecting my insurance to cover it
I'm expecting it to be ready at 5
what if my wife gets pregnant while I take this
is it okay to take if breastfeeding
we're not trying for a baby
she is breastfeeding, not me
I'm allergic to waiting in line
which antibiotics are safe for someone allergic to penicillin
no drug allergies that I know of
remind me which drugs I am allergic to
is cephalexin ok for people with a penicillin allergy
do you know if I'm allergic to anything
my dad has an allergy to aspirin
I need something for allergies
Flonase for my allergies please
can I get my allergy prescription refilled
has my allergy list been updated
I can't take my medicine without food
I can't take another day of this hold music
does amlodipine make your ankles swell
could metoprolol be making people tired
is a cough a side effect of lisinopril
should I worry about side effects
what side effects does gabapentin have
I have no problem with the new pill
the new pill is fine, no dizziness
the lisinopril doesn't bother me
I never get a rash from it
I have nausea, need my ondansetron
I need my nausea medicine because I throw up
my stomach is upset because of the tacos
I have a cough from the smoke
I get headaches when I read
my dog has a rash
my wife gets dizzy on metoprolol
it makes me happy that you deliver
that makes me sick to hear
this app gives me a headache
your hold music is giving me a headache
I need my dizziness medicine, I feel dizzy
do I need to start taking aspirin
I'd like to start taking vitamin D, can I?
I want to start fluoxetine again
I haven't started the new prescription
my friend started Ozempic
my doctor told me to stop the ibuprofen
I quit taking melatonin
I don't take anything else
I take no other medicines
I also need my metformin refilled
also refill the metformin
I also live near CVS
I now use the Walgreens on Lamar
I just moved and started at a new clinic
I bought a car
I got some bad news
someone put me on hold for an hour
I'm on day 3 of the bottle
I need a 90 day supply
it's been a week, where is my order
I've been waiting four days for the doctor to answer
I ran out today
I ran out this morning
I will run out in 3 days
I have 3 days of metoprolol left
I haven't picked it up yet
I haven't gone to CVS in weeks
I've been out of work for two months
I haven't slept in three days
last refill was a month ago
I took it two hours ago
I missed yesterday's dose
I haven't heard from my doctor in a week
I missed four days of work
how long can I be off warfarin
no quiero embarazarme
mi cuñada está embarazada
mi vecina da pecho a su bebé
¿afecta el embarazo?
¿venden leche para bebé?
no tengo ninguna alergia
no sé si soy alérgica a algo
¿me puede decir a qué soy alérgico?
mi hermano es alérgico al ibuprofeno
necesito el aerosol para la alergia
tengo la alergia muy fuerte, quiero mi cetirizina
¿da sueño la gabapentina?
¿me puede dar ronchas este medicamento?
no me da tos el lisinopril
la pastilla no me cae mal
mi esposa se marea con el metoprolol
tengo náuseas, quiero ondansetrón
me duele la espalda desde ayer
necesito pastillas para el mareo
la fila me da sueño
quiero empezar a tomar vitaminas
todavía no empiezo la prednisona
mi tía empezó con Ozempic
ya dejé el ibuprofeno
también quiero resurtir la metformina
también vivo cerca de Walgreens
compré una casa
se me acabó hoy
se me van a acabar en cuatro días
llevo una hora esperando
hace una semana que no me llaman
no he recogido mi receta en una semana
no he dormido en tres días
llevo cuatro días sin trabajar
me quedan tres días
is there any risk to pregnant women with this
I had a negative pregnancy test
nobody here is pregnant
I'm not pregnant anymore, had my baby in May
refill my birth control, I don't want to get pregnant
my boss is pregnant so I work more
I'm expecting a delivery
I'm expecting my wife to pick it up
ok to take if trying to conceive?
do you carry breast pumps
can nursing mothers take this
my sister in law is nursing
I work as a nurse
I'm in nursing school
what do you have listed under my allergies
clear my allergies, they are wrong
I'm not allergic to penicillin any more
my mom's allergic to sulfa
can someone who is allergic to aspirin take ibuprofen
refill montelukast for my allergies
my allergies are terrible this spring
I need allergy relief
allergy eye drops please
I can't take the generic, I want the brand
I can't take the pills today because I'm fasting
I can't have it delivered
does sertraline give people headaches
would losartan make me cough
can amlodipine make my feet swell?
what happens if I get a rash
if I get dizzy on it who do I call
I have had no trouble with metoprolol
metformin doesn't upset my stomach any more
my headaches are gone since I started propranolol
my cough is better since I started the inhaler
I feel much better since I started sertraline
my blood pressure is better on lisinopril
I sleep better with trazodone
prednisone helped my rash
the cream for my itchy rash
the benzonatate for my cough
I have heartburn, can I get omeprazole
my back pain is back, refill cyclobenzaprine
I have diarrhea from bad sushi
I got dizzy at the gym
I feel tired today, just send it
sorry I'm slow, I'm sick with a cold
my kid's school makes me sick with worry
it gives me peace of mind
it makes me feel good
it gave me an error
the website made me start over
your app makes me tired
my daughter gets a rash from strawberries
I don't take any supplements
I'm not taking anything else
do I need to stop aspirin
is it okay to start melatonin
I want to start taking my pills at night
could you start a refill of lisinopril
I started feeling better
I got started late
also, can I get metformin
I also want to know the price
I now have Aetna
I bought it at Walgreens last time
I bought my last bottle at CVS
my doctor will put me on statins if it stays high
my brother started taking Lipitor
they put me through to you
the pharmacy gave me the wrong address
I'd like to switch to the generic
I'm out
I'm out of pills
I'm out of refills for a month now
I have enough for four days
pick up in four days
I missed your call three days ago
I need it in three days
I took it four days in a row
I take it three days a week
I've been sick for a week
the order was placed a week ago
I haven't gotten my refill in a week
I haven't taken Tylenol with it
I haven't been to the pharmacy for a month
I ran out of time last week
my insurance ran out a month ago
no delivery for 3 days
no tengo planes de embarazo
mi amiga está amamantando
¿puedo tomarlo si estoy embarazada?
¿una mujer lactante puede tomar esto?
el embarazo de mi hermana
no soy alérgico
¿qué hago si soy alérgica?
mis alergias me tienen estornudando
quiero mi inhalador y mis pastillas de alergia
¿el losartán marea?
¿me puede caer mal la metformina?
mi suegra tiene tos por el lisinopril
ya no me da tos
nunca me ha caído mal
me siento mejor desde que tomo la sertralina
se me quitó el dolor con el naproxeno
tengo gripa y dolor de cabeza
me da gusto
me da su número por favor
me da la dirección
me da un resurtido de lisinopril
me hace falta la metformina
me hizo esperar mucho
no tomo nada más
¿debo empezar a tomar aspirina?
mi primo toma warfarina
también necesito saber el precio
ahora tengo otro seguro
compré el mes pasado en Walgreens
empecé a sentirme mejor
se me acabó
se me acaba en tres días
me quedan cinco días
la receta venció hace una semana
hace tres días que espero
no he podido ir a la farmacia en una semana
llevo tres días llamando
lo tomo tres días a la semana
my niece is pregnant, can she use my cream
lisinopril and pregnancy, any warnings?
I'm glad I'm not pregnant
does birth control stop you from getting pregnant
I gave birth two years ago
my breastfeeding days are over
are there pumps for nursing moms
I have a nursing license
we're expecting rain
I'm expecting company on Friday so I need it before
I don't have a drug allergy
none, I have no known allergies
what are the allergies listed on my profile
why does it say I'm allergic to sulfa
I need allergy meds for spring
Zyrtec for my allergies
my nephew is allergic to nuts
is penicillin something I'm allergic to?
I can't take off work to pick it up
I can't take you up on that
I can't use the drive-thru
I can't have visitors
how common is the cough with lisinopril
do statins make your legs hurt
is it normal to feel dizzy on losartan
will prednisone keep me awake
might this upset my stomach
no side effects so far
metoprolol agrees with me
no nausea with the ozempic
it does not make me sleepy
my headaches got better after the propranolol
since I started lisinopril my pressure is good
I feel great on sertraline
after taking omeprazole my heartburn goes away
the ibuprofen takes the pain away
my ankle is swollen because I fell
I am dizzy from hunger
I got a rash from my new soap
I have a fever and cough
I'm sick, can someone deliver
I'm nauseous, refill ondansetron
my migraine is back, need sumatriptan
I was sick last week so I didn't pick up
cough syrup please
the itch cream
my husband's cough is from lisinopril
my mom gets swollen feet from amlodipine
that price makes me sick
your wait times give me anxiety
I take vitamin D
I do not also take aspirin
I'm no longer taking ibuprofen
I'm off prednisone now
my doctor stopped my aspirin
should I also take potassium
may I start the new pill
can you start me on auto refill
put me on the list
put me on auto refill
start my refill
I started the order but did not finish
I also go to Walgreens
I also like the generic
I now weigh less
I'm now ready to order
I bought a pill box
I got some questions
they gave me a coupon
the nurse gave me your number
switch me to CVS
change me to 90 days
my sister bought some Advil
my dad is now on insulin
I have been out since Monday on vacation
I've been out of state for two weeks
I ran out last night
I have one pill left
I have two weeks of pills left
I need it within three days
three days ago I ordered it
it's been days since I heard from you
I haven't gotten a text in four days
I haven't used your app in months
I haven't had a problem in months
I haven't taken it out of the box
it has been a month since my last refill
my last refill was 30 days ago
I missed my appointment last week
I skipped lunch
I forgot my card for a week
every 4 days I change the patch
I take 5 days on and 2 days off
my wife has been out of metoprolol for a week
mi prima está embarazada de tres meses
¿las embarazadas pueden tomar ibuprofeno?
no estoy dando pecho
fui mamá el año pasado
espero mi pedido
estoy esperando mi receta
estoy esperando a mi hija en la tienda
no, ninguna alergia
¿por qué dice que soy alérgica?
spray nasal para alergia
el doctor de alergias
no puedo tomar el camión hoy
no puedo ir
¿es normal que dé tos?
¿me va a marear?
no me ha dado ningún problema
no me provoca nada
el omeprazol me alivia la acidez
desde que tomo losartán estoy bien de la presión
me duele la rodilla desde que me caí
estoy mareada, no he comido
tengo tos, quiero jarabe
estoy cansada de esperar
me da pena preguntar
me da igual la farmacia
me dieron una cita mañana
me dieron su número
mi mamá vomita con la metformina
ya no tomo aspirina
no empecé el antibiótico
quiero empezar mañana el pedido
también me gusta el genérico
también quiero saber cuánto cuesta
ahora uso otra farmacia
compré un pastillero
cambié de doctor
me cambiaron de seguro
me cambiaron a otra sucursal
se me acabó anoche
tengo pastillas para cuatro días
llevo tres días con gripe
hace un mes que resurtí
hace una semana que estoy esperando la autorización
no he ido en una semana
cada cuatro días
mi papá lleva una semana sin insulina
no chance I'm pregnant, I'm 70
my girlfriend might be pregnant
can I get pregnant on this
does it pass into breast milk
I do not breastfeed
we're expecting a new grandchild
what is expected with this
I'm expecting three prescriptions
positive, send it
yes I'm positive it's the right one
my blood test was positive for strep
pregnant women should not take this, right?
are my allergies up to date
do my records show any allergies
I have bad allergies, need Flonase
I get allergies every spring
is this for allergies
my allergy doctor moved
I'm not allergic, just refill it
my roommate is allergic to penicillin
I can't take them all at once, can you split the order
I can't take calls at work
what do I do if I'm allergic to something
do people get a rash from amoxicillin?
is dizziness normal
which of my medicines causes a cough
does gabapentin cause weight gain
I haven't had any side effects
so far no cough with the lisinopril
never had a problem with it
my rash is gone thanks to the triamcinolone
hydrocortisone for my rash please
my nausea is better with ondansetron
I take it for my cough
headache medicine please
my stomach medicine
pills for dizziness
I have a rash, do you sell hydrocortisone
I had a cough last week, I am better now
I feel sick, where is the nearest pharmacy
I'm tired of waiting
these lines make me tired
it makes me wait too long
you keep making me repeat myself
my brother gets dizzy from lisinopril
it made my wife sick
this gives me hope
the copay gave me a shock
I don't use any supplements
I gave up aspirin
I would like to add aspirin to my order
do you think I should start vitamin D?
when do I start the new dose
my wife also takes metformin
I also want to ask about my bill
I also have a coupon
just started looking for a new pharmacy
I started to order but got cut off
my doctor is putting in a new prescription
did my doctor put me on a waiting list
my doctor changed my address
my doctor gave me a referral
I got some pills left
I bought a new house
I'm now in Round Rock
I ran out of lisinopril this weekend
I'm about to run out of insulin
I run out in a week
ran out yesterday
I have been out of lisinopril since yesterday
I missed one dose of warfarin
I skipped yesterday's metoprolol
I didn't take it last night
I was away for a week
I haven't changed my address in years
I haven't ordered in months
I have taken it for three weeks
I need enough for five days
three weeks ago you gave me the wrong one
the pharmacy has been closed for four days
my order hasn't moved in five days
I've been on hold for an hour
mi novia cree que está embarazada
no creo que esté embarazada
quiero una prueba de embarazo
¿qué toman las embarazadas para el dolor?
no doy pecho
estoy esperando el camión
salió positiva mi prueba de covid
tengo alergias de temporada, necesito loratadina
¿soy alérgico a algo según mi expediente?
mi papá es alérgico a la aspirina
pastillas para la alergia por favor
¿qué medicinas causan tos?
¿la metformina da diarrea?
no me ha dado nada malo
la medicina me cae bien
me da sueño en la tarde
me da miedo la cirugía
me da lo mismo
me duele la garganta
tengo diarrea por algo que comí
me mareo en el coche
crema para la comezón
mi tía se hinchó con la amlodipina
tomo dos medicinas y quiero las dos
quisiera empezar vitaminas
nunca empecé el tratamiento
también quiero hablar con alguien
también necesito la dirección
ahora no puedo
compré la del mes pasado
empecé el pedido pero se cayó
me pusieron en espera
me cambiaron el número
se me acabó esta mañana
se me olvidó una dosis ayer
llevo dos días sin metformina
no la tomé anoche
hace tres semanas que no voy a la farmacia
no he comido en todo el día
llevo cinco días tomando el antibiótico
faltan cuatro días
tengo para una semana
I'm way past being pregnant
is there a pregnancy category for losartan
my sister's baby is due in May
nursing home delivery please
who is allergic to what, I can't tell
you have the wrong allergies for me
does anyone react to lisinopril
I need an antihistamine for my allergies
would I be allergic to amoxicillin too
are there side effects if I take it at night
I was told it might make me cough
they said I might get dizzy
it can cause nausea, right?
side effects please
my anxiety is bad, refill my buspirone
my back pain started after I fell
I have had a headache since this morning
I feel bad since yesterday
since I take lisinopril my numbers are great
lisinopril lowered my blood pressure
I get tired of calling
I took my pill with breakfast
I got a headache from looking at the bill
when I take lisinopril, do I need food
I'm on the same meds as always
I need something to start my day
I also need a new inhaler
I also ordered it yesterday
my doctor mentioned starting a statin
we talked about adding spironolactone
they want me to start insulin
the doctor hasn't started me on it yet
I'm thinking about taking melatonin
I got my flu shot
someone gave me your name
my wife was put on Eliquis
I was put on hold
I started it in 2015
they changed the color of the pill
I haven't taken a pill today
I haven't used up my metoprolol yet
I've been out of the hospital for a week
it's been a while, how are you
it's been three days since I called
I'm leaving for two weeks
I missed the delivery three days ago
no refills for three months, why
no news for a week
my metformin lasts three weeks
I didn't get my text for 4 days
¿es peligroso en el embarazo?
la embarazada es mi hija
¿me puede dar alergia?
mis alergias ya están en el sistema
me dijeron que puede dar tos
me canso de esperar
me duele la cabeza hoy
me da un vaso de agua
me dio la receta el doctor
el doctor quiere que empiece insulina
también tengo una pregunta sobre el precio
me dieron el alta ayer
tomo la pastilla desde hace cuatro días
no tengo resurtidos desde hace un mes
llevo una semana con la nueva farmacia
hace cuatro días la recogí
nope, not pregnant
does it harm a baby if I were pregnant
my friend is expecting
I'm expecting the same price as last time
I don't nurse anymore
any allergies on my file?
not allergic to anything
is this the allergy one
my partner has a penicillin allergy
what if I have an allergic reaction
could I get a rash
my rash cleared up
I have a headache, what do you have
I take it because of my headaches
I have had migraines since I was a child, refill sumatriptan
the pharmacist warned me about dizziness
it works and gives me no trouble
my kids make me tired
is weight gain common with mirtazapine
my mom started donepezil
I'd rather not start anything new
I started school again
do I take both now?
I also want it delivered
I bought it last time for 10 dollars
my doctor is putting me through tests
should I have taken aspirin
I have been out all day
I ran out on Tuesday of last pills, I mean yesterday
I'll be gone for two weeks
I've had this cold for a week
it takes four days to ship
I haven't had time in a week
I last refilled it a month ago
my cat is pregnant
no estoy embarazada, gracias
una amiga embarazada pregunta
no soy alérgico a medicinas
¿la penicilina da alergia?
no me causa problemas
me da mi receta por favor
el dolor de espalda no me deja dormir
tengo náuseas por el embarazo de mi esposa
mi abuelo toma warfarina
quiero saber si puedo tomar aspirina
ahora tomo dos al día
me pusieron una multa
llevo cinco años con esta farmacia
hace una semana que resurtí la metformina
do I take aspirin with this?
I don't take aspirin
I used to take warfarin
I take it with food
I'm taking it for my heart
I take it every day at noon
I'm not on any blood thinners
should I be on aspirin?
can I use Flonase with it
I took ibuprofen years ago for my back
I was prescribed naproxen last year but I don't use it
my husband takes warfarin
my mom is on Eliquis
what happens if I take ibuprofen
my doctor might prescribe Ozempic
my doctor never prescribed naproxen
I take two a day
I'm taking a trip next week
I take the bus to the pharmacy
I'm on my way
I'm on hold
I use the CVS on Main Street
I take care of my mother
I take good care of myself
I take my time in the mornings
I prefer grapefruit juice to orange
do you sell St John's wort?
is potassium bad with lisinopril
I don't drink alcohol
does it interact with alcohol?
I was breastfeeding two years ago
I was pregnant in 2020
I'm not allergic to penicillin
are you allergic to statins if your muscles hurt?
is it an ACE inhibitor?
is this a sulfa drug?
nobody in my family is allergic to codeine
tomo la pastilla con comida
ya no tomo warfarina
antes tomaba aspirina
¿puedo tomar aspirina?
¿tomo aspirina con esto?
no tomo aspirina
mi esposo toma Eliquis
uso la farmacia de la esquina
me recetaron reposo
tomo agua con la pastilla
nunca me recetaron naproxeno
¿el potasio hace daño con el lisinopril?
mi mamá es alérgica a las sulfas
how many times a day do I take ibuprofen?
remind me when to take my aspirin
I don't use any Flonase
I stopped taking warfarin last spring
I've never taken ibuprofen
I was on Coumadin years ago
back then I took Lipitor
we don't take anything over the counter
my neighbor uses Ozempic
my wife takes aspirin every day
suppose I take ibuprofen with it, is that bad
is it OK to take ibuprofen?
before I take ibuprofen I'd like to know if it's safe
I will take it to go
I take after my father
I take one in the morning and one at night
I'm taking notes, go ahead
I use insurance from work
I'm on Medicare
I'm on my phone
I take my medicine as prescribed
I'd rather not take potassium
the label says take with water
they gave me the wrong bottle
they gave me a hard time at the counter
I was given the wrong address
the doctor prescribed bed rest
my doctor wants to talk to you
do you carry aspirin
is there aspirin in this
I don't take grapefruit with it
I have no allergies to penicillin or sulfa
does this have penicillin in it
we expect the package tomorrow
I'm expecting a call from you
I should take aspirin but I don't
would I be able to take ibuprofen
¿a qué hora tomo la aspirina?
¿debo tomar ibuprofeno?
dejé de tomar aspirina
mi hermana usa Ozempic
quiero saber si tomo aspirina qué pasa
nunca he tomado warfarina
tomaba naproxeno hace años
tomo el camión para ir a la farmacia
me dieron una cita para el lunes
uso lentes
me tomo mi tiempo
no bebo alcohol
which do I take first, metformin or lisinopril?
I take them all together
I take the pink one
I take pills every day
I use a pill box
I used naproxen back in college
they prescribed me warfarin by mistake years ago
I haven't taken ibuprofen
my doctor said not to take ibuprofen
my doctor told me to avoid aspirin
I don't use ibuprofen because of my kidneys
I am not taking warfarin any more
I'd take aspirin if you said so
is lisinopril an ACE inhibitor or a beta blocker
I never had a reaction to penicillin
are statins bad for you
does alcohol matter with metformin
I don't eat grapefruit
can I have a beer with this
I'm off work today
my insurance wants me on the generic
I'm on vacation next week
I'm taking my daughter to school
I have taken up enough of your time
my dad takes digoxin
a friend takes Ozempic and lost weight
we are expecting guests
we're trying to have it delivered
I nursed my baby until March
¿cuántas veces al día tomo la metformina?
¿cuándo tomo la warfarina?
ya no uso Ozempic
no me recetaron aspirina
mi mamá toma digoxina
no tomo alcohol
¿puedo tomar vino con esto?
tomé warfarina hace diez años
me recetaron descanso y agua
estoy con el teléfono en la mano
"""

NOTHING_REPORTED_OF_A_CHILD = """
my son needs his inhaler
my daughter is not allergic to anything
is he allergic to anything?
my husband is allergic to penicillin
my sister is pregnant
she doesn't take ibuprofen any more
does it make him sleepy?
he has no allergies
her allergy medicine please
he missed a dose yesterday
she has a cough and a cold
my other son's school called
mi hija no es alérgica a nada
mi hijo necesita su inhalador
¿es alérgica a algo?
mi esposo es alérgico a la penicilina
mi hermana está embarazada
ya no toma cetirizina
su medicina para la alergia
my daughter needs a refill of montelukast
my son is sick, I need his amoxicillin
my husband started taking ibuprofen
she isn't allergic to anything
can it make her dizzy?
no es alérgico a nada
mi esposo lleva una semana sin su metformina
my son's inhaler please, he takes it daily
is my daughter allergic to anything on file?
she feels better since she started the antibiotic
my sister is breastfeeding
his allergy pills
le da gusto venir
mi hija ya no toma amoxicilina
he has a cold, refill his albuterol
she isn't pregnant
my mother is allergic to sulfa
can he take ibuprofen
she used to take cetirizine
mi hija está bien con la medicina
mi hijo no tiene alergias
is he allergic to penicillin
my daughter doesn't take anything else
my son had a cold last week
she finished her amoxicillin
my brother takes ibuprofen
mi hijo no toma nada más
¿le puede dar sueño?
my daughter's refill please
he had a fever last week
is she too young for it
mi hijo ya terminó el antibiótico
I'm pregnant
I take warfarin
I'm allergic to penicillin
I'm breastfeeding her brother
lisinopril makes me cough
I had hives from amoxicillin once
estoy embarazada
tomo losartán
soy alérgica a la penicilina
I took ibuprofen for my headache
I take metoprolol myself
we're expecting a baby in May
I'm allergic to sulfa, not her
I had a rash from penicillin as a child
my doctor put me on warfarin
I haven't taken my sertraline in a week
my stomach hurts since I started metformin
estoy tomando warfarina
estamos esperando otro bebé
me dan ronchas con la penicilina
I'm on lisinopril
I take it with food
I'm nursing and tired
we're trying for another baby
aspirin gives me heartburn
my husband takes warfarin
I used to take Adderall
me recetaron losartán
me duele la cabeza desde que tomo losartán
su papá toma metformina
"""
