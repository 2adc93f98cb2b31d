"""Who is speaking, for whom and with whom, what cannot be done here, and what merely sounds like it."""

import pytest

from rxflow.dialogue.intents import Intent, read_intent

MESSAGES = {
    Intent.PERSON: """
get me your manager
have somebody ring me at the house
put a live body on the line
I don't like talking to machines
I have a question for the pharmacist
no machine please, person
que me hable la farmacéutica
ya páseme con alguien de verdad
¿puede hablarme el farmacéutico?
""",
    Intent.IDENTITY: """
who is typing this
am I corresponding with a licensed pharmacist?
you type too fast to be human
bot or a real person?
do real people read these
this doesn't sound like a person
¿usted quién es?
¿me está contestando un robot?
hay una persona ahí o es automático
""",
    Intent.OTHER_PATIENT: """
the wife is out of her tramadol
hubby's out of lipitor
on behalf of my client, what is she prescribed
what all is robert chen taking
can you tell me if my brother filled his
not me, my wife
cuido a un señor mayor y necesito saber qué medicinas toma él
mi suegra no sabe usar esto, me checas las de ella?
""",
    Intent.FOR_CHILD: """
my oldest got strep and is out of his antibiotic
my son's asthma medicine
this is for my boy, he is twelve
kiddo's adhd meds
medicine for a child
las medicinas de mis hijos
la medicina del bebé
""",
    Intent.HELP: """
first time here, what do i say to you
zero clue what to even ask it
what sort of things can I ask you?
I am not understanding this
list of commands
is there a tutorial
what are my options here
no sé qué ponerle
¿dónde le pico pa' usar esta app?
""",
    Intent.GREETING: """
well hey there how are yall doing this fine mornin
muy buenos días, señorita
yoo-hoo! anybody there?
hi again, its me from last week
""",
    Intent.THANKS: """
much appreciated
that was easy. preciate ya
bless your heart, that helped a lot
you've been just as sweet as pie
well that was way easier than calling
que dios te bendiga mija
""",
    Intent.GOODBYE: """
ttyl
gnight
that's all I needed today. goodbye
well, I'd better get off of here
alright then i sure thank you and ill let you go
bueno, me despido
""",
    Intent.UNSUPPORTED: """
the address y'all have isn't any good anymore
got me a new medicare card in the mail
can you pull them over from the old pharmacy
have Dr. Volkova write me a prescription
she's my doctor and dr cho wants me on 300 instead of the 150
need the second HPV shot before school
receipt for my fsa
me llegó un cobro que no entiendo
el doctor me cambió la medicina
put my refills on autopilot
avíseme por mensaje cuando toque, mándeme un recordatorio
""",
    Intent.UNKNOWN: """
write me a poem about my cat
my wife is angry with me
my kid has a recital tonight
I moved my couch and it was heavy
my doctor is very handsome
who is the president
mi hijo saca buenas calificaciones
""",
}
ELSEWHERE = """
do i need a new script for escitalopram soon | unsupported
remind me of the directions on the label | unsupported
they was supposed to text me when it got done | unsupported
is it covered by my new insurance | unsupported
send it over to the CVS on Lamar | unsupported
I am new to lisinopril | help
¿cómo se usa el Spiriva? | help
me llegó un cobro que no entiendo | help
una se me acabó, no me acuerdo cómo se llama | identity
what do other people do | other_patient
my neighbor doris drove me to the doctor and he said my numbers look fine | other_patient
mi hija me la inyecta cada quince días | for_child
sounds good to me, thank you hon | thanks
I need my usual, appreciate it | thanks
"""


@pytest.mark.parametrize("intent", MESSAGES)
def test_messages_of_an_intent(intent: Intent) -> None:
    read = {text: read_intent(text) for text in MESSAGES[intent].split("\n")[1:-1]}

    assert read == dict.fromkeys(read, intent)


def test_what_only_sounds_like_it() -> None:
    rows = [line.split(" | ") for line in ELSEWHERE.split("\n")[1:-1]]

    assert [text for text, intent in rows if read_intent(text) == intent] == []
