"""What patients say, labelled by hand with what they want; a message a line."""

from rxflow.dialogue.intents import Intent

MESSAGES = {
    Intent.IDENTITY: """
are you a real person?
are you human
r u chatgpt
is this a bot
am I talking to a robot?
who am I talking to
what are you
are you a pharmacist?
eres una persona?
¿es usted un robot?
con quién hablo
""",
    Intent.PERSON: """
talk to a pharmacist
I want to speak to a human
can I speak with someone
let me talk to a real person
connect me to an agent
pharmacist please
a human
I need a pharmacist
operator
quiero hablar con un farmacéutico
necesito una persona
comuníqueme con el farmacéutico
""",
    Intent.OTHER_PATIENT: """
what is Mary Johnson taking
show me another patient
show me patient_002
someone else's prescriptions
my wife's medications
I need a refill for my husband
my neighbor's prescriptions
otra paciente
para mi esposa
necesito resurtir para mi mamá
""",
    Intent.FOR_CHILD: """
refill for my son
I need the inhaler for my child
for my baby
para mi hija
necesito montelukast para mi niña
""",
    Intent.ADVICE: """
can I take ibuprofen with this
should I skip a dose
can I stop taking lisinopril
can I crush the tablets
can I drink alcohol with this
is it safe
is lisinopril safe
is it ok to take two
what are the side effects
I missed a dose
I forgot to take my pill
I want a higher dose
change my dosage
what happens if I stop
what if I skip it
how much should I take
do I have a sinus infection
debo tomar con comida
¿puedo beber alcohol?
efectos secundarios
se me olvidó tomar la pastilla
quiero una dosis más alta
¿qué pasa si dejo de tomarla?
""",
    Intent.CANCEL: """
cancel
cancel my order
please cancel it
cancle my order
stop my order
cancelar mi pedido
anular el pedido
""",
    Intent.BACK: """
back
please go back
previous
one step back
volver
atrás
""",
    Intent.STOP: """
stop
quit
never mind
ok never mind
forget it
okay stop stop
lol nvm
párele
parar
olvídelo
""",
    Intent.START_OVER: """
start over
let's start again from scratch
clear everything, new request
strat over
empezar de nuevo
bórrelo todo y comenzamos otra vez
""",
    Intent.KEEP: """
don't cancel it
no, keep my order
leave it as it is
I changed my mind about cancelling
I still want it
no lo cancele
mantenga mi pedido
""",
    Intent.REFILL_ALL: """
refill everything that's due
all my refills please
everything
whatever is ready
the whole lot
todo lo que me toca
quiero surtir todas mis medicinas
""",
    Intent.UNSUPPORTED: """
transfer my prescription to another pharmacy
my doctor sent you a new prescription
my doctor changed my dose to 20 mg
I need to change my address
here is my new insurance card
can I get a flu shot
I was charged twice
remind me every morning
text me when it is ready
cambiar mi dirección
pasen mi receta a otra farmacia
me quiero vacunar
""",
    Intent.CHOOSE: """
the first two
the second one
the blue one
number two
the first one you said
la segunda
la otra
ésa mera
""",
    Intent.TRACK: """
where is my order
where's my refill
track my order
order status
is it ready
is my prescription ready
when will my order be ready
¿dónde está mi pedido?
estado de mi pedido
¿ya está lista?
""",
    Intent.EARLY: """
I'm going on vacation
I am travelling next week
I lost my pills
my pills were stolen
I'm going out of town
voy de viaje
me voy de vacaciones
perdí mis pastillas
""",
    Intent.INTERACTIONS: """
does it interact with anything
do my medicines interact
check interactions for warfarin
hay interacciones
""",
    Intent.ALLERGIES: """
what are my allergies
am I allergic to anything
list my allergies
mis alergias
¿a qué alergias tengo? ¿cuáles alergias?
""",
    Intent.ADHERENCE: """
what is my adherence
how regularly do I refill
am I taking my lisinopril regularly
adherencia
""",
    Intent.PURPOSE: """
what is lisinopril for
what's metformin for?
what do I take this for
why do I take lisinopril
what is it used for
what does it do
how do I take it
¿para qué es la metformina?
¿para qué sirve?
""",
    Intent.REFILLS_LEFT: """
how many refills do I have
any refills left on lisinopril
refills remaining
¿cuántos resurtidos me quedan?
cuántas recargas quedan
""",
    Intent.NEXT_DATE: """
when can I refill my lisinopril
when is my next refill
when is lisinopril due
next refill date
¿cuándo puedo resurtir?
cuándo me toca
""",
    Intent.MY_MEDICINES: """
what prescriptions do I have
which medications am I on
list my medications
what do I take
what am I taking
my medication list
¿qué recetas tengo?
mis medicinas
""",
    Intent.BRAND_GENERIC: """
is there a generic
generic or brand
is there a generic for Eliquis
hay genérico
""",
    Intent.AUTHORIZATION: """
is my ozempic approved yet? has it been approved
did my plan answer
is the prior auth done
was the approval denied
ya la aprobaron
do I need prior authorization
prior auth status
autorización previa
""",
    Intent.COVERAGE: """
is it covered
does my insurance cover it
is it on the formulary
¿lo cubre mi seguro?
está cubierto
""",
    Intent.PRICE: """
how much is it
how much does it cost
price of lisinopril
what is my copay
is it cheaper elsewhere
where is the best price
which pharmacy is cheapest
it is too expensive
¿cuánto cuesta?
¿dónde es más barato?
""",
    Intent.STOCK: """
is it in stock
does CVS have it
is it available at H-E-B
is it out of stock
hay existencias
tienen la metformina
""",
    Intent.WAIT: """
how long is the wait
how long will it take
what's the wait at CVS
how soon
¿cuánto tarda?
tiempo de espera
""",
    Intent.HOURS: """
what are the hours
when does CVS close
is H-E-B open
phone number of CVS
what's the address
horario
¿a qué hora cierra?
""",
    Intent.PHARMACY_FEATURE: """
which pharmacies have a drive-thru
who delivers
is there a pharmacy nearby
where is the nearest pharmacy
¿qué farmacias hay?
""",
    Intent.OTHER_PHARMACY: """
another pharmacy
I want a different pharmacy
change the pharmacy
otra farmacia
cambiar de farmacia
""",
    Intent.HELP: """
help
Help!
what can you do
how does this work
ayuda
¿qué puede hacer?
""",
    Intent.THANKS: """
thanks
thank you very much
gracias
that's all
nothing else
eso es todo
""",
    Intent.GREETING: """
hi
Hello!
hi there
good morning
hola
buenas tardes
""",
    Intent.GOODBYE: """
bye
goodbye
adiós
hasta luego
""",
    Intent.YES: """
yes
yes, place the order
go ahead
sí
haga el pedido
""",
    Intent.MILD_YES: """
perfect
muy bien
esa misma
bet
both
las dos
""",
    Intent.NO: """
no
no thanks
don't
mejor no
""",
    Intent.UNSURE: """
maybe
I don't know
not sure
hold on
tal vez
no sé
""",
    Intent.REFILL: """
I need a refill
refill my lisinopril
I'd like to refill my prescription
could I have a refill
may I have a refill please
can I have my lisinopril
can I get a refill of lisinopril
I'm out of lisinopril
I ran out of metformin
I'm almost out of my pills
renew my prescription
reorder omeprazole
I need my blood pressure pills
I need more metformin
I meant lisinopril
metformin instead
Hi, I need a refill
thanks, I also need metformin refilled
I take two tablets a day, need a refill
my son needs his inhaler
I need my allergy medicine
refill my allergy pills
refill my generic Lipitor
refill lisinopril at CVS
refill RX100101
necesito resurtir mi metformina
quiero mi losartán
necesito mi medicina para la presión
necesito mi medicina para la alergia
se me acabó la metformina
mi hijo necesita su inhalador
""",
    Intent.UNKNOWN: """
lisinopril
RX100101
CVS
what is the weather
tell me a joke
write a poem
banana
asdfgh
\U0001f600

""",
}
