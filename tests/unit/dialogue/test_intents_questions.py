"""Questions as different people put them, indirectly and in both languages, and what only looks like one."""

import pytest

from rxflow.dialogue.intents import Intent, read_intent

ASKED = {
    Intent.INTERACTIONS: """
        do any of my pills not get along with each other
        can I take Advil with Zoloft
        is that a bad combination
        ¿se llevan bien la metformina y la glipizida?
        ¿puedo mezclar la metformina con la amlodipina?
    """,
    Intent.ADVICE: """
        is it acceptable to split the tablets in half
        it sat out of the fridge all night, is it still good
        can she chew it instead
        ¿le puedo bajar a la metformina yo solo?
        how long does it take to kick in
    """,
    Intent.ALLERGIES: """
        is my penicillin allergy listed
        what do you show she reacts to
        what am I not supposed to take because I break out
        ¿aparece alguna alergia mía en el sistema?
        ¿tienen apuntado lo de la codeína?
    """,
    Intent.ADHERENCE: """
        show me my fill history, late or on time
        am I slacking on the inhaler
        did I skip a month somewhere
        my doctor wants to know if I have been taking them
        ¿cómo ando con mis medicinas?
    """,
    Intent.NEXT_DATE: """
        what date can I fill the metoprolol
        when am I allowed to get another one
        how many days until I can refill it
        is the metoprolol due yet?
        ¿cuánto falta para poder surtirla?
    """,
    Intent.PURPOSE: """
        what's the meloxicam for, again?
        remind me what tamsulosin does
        I can't recall why they gave it to me
        how often am I supposed to use it
        ¿cómo se usa el Spiriva, según la receta?
    """,
    Intent.REFILLS_LEFT: """
        are there any fills left on it
        can it be filled again or was that the last one
        how many times can I still get it
        is this my last bottle?
        ¿todavía tengo refills del inhalador?
    """,
    Intent.MY_MEDICINES: """
        tell me what I take, I don't remember
        how many different prescriptions do I have with you
        show me everything I'm on
        let me see what you have down for me
        enséñame todo lo que me surten
    """,
    Intent.BRAND_GENERIC: """
        is omeprazole the same as Prilosec
        my last pills looked different
        do I get Crestor or the knockoff
        what's the brand name of escitalopram
        ¿el genérico sirve igual que el original?
    """,
    Intent.AUTHORIZATION: """
        did the insurance okay it yet, they needed paperwork from my doctor
        was it okayed
        they made me try two other pills first
        has my plan rejected it
        ¿ya contestó el seguro?
    """,
    Intent.COVERAGE: """
        what if I have no insurance
        is it free through Aetna
        is Walgreens in-network
        ¿lo paga mi aseguranza?
    """,
    Intent.PRICE: """
        what am I looking at for it
        do I owe anything
        is it still ten dollars? what's the total
        how much is it with my insurance
        ¿me cobran algo?
    """,
    Intent.STOCK: """
        is Costco out of it again
        have they got any left
        is there a shortage
        ¿ya les llegó la insulina?
        anyone in Austin got Ozempic right now
    """,
    Intent.WAIT: """
        are they backed up over there
        are they slammed
        is the line long right now
        will it take long
        ¿se van a tardar mucho?
    """,
    Intent.HOURS: """
        how late can I come by tonight
        Costco Sunday?
        what number do I call
        will anybody be there at eight?
        ¿trabajan los domingos?
    """,
    Intent.PHARMACY_FEATURE: """
        is there one where I can stay in the car
        do any of them mail it
        are there any drugstores near 78704
        can somebody bring it out to me
        ¿hay alguna que abra los domingos?
    """,
    Intent.OTHER_PHARMACY: """
        that's the wrong store
        show me others
        that location is no longer convenient
        I don't want to go to that pharmacy again
        ¿puedo cambiar de farmacia?
    """,
}
NOT_ASKED = {
    Intent.REFILL: """
        I'm out of the one for allergies, fill it please
        la que tomo con la comida, se me acaba
        I need more, I am down to nothing
    """,
    Intent.UNKNOWN: """
        my back hurts
        I have plenty left
    """,
    Intent.EARLY: """
        I won't be home when it comes, I'm traveling
    """,
}


def _each(table: dict[Intent, str]) -> list[tuple[str, Intent]]:
    return [(line.strip(), intent) for intent, lines in table.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize("intent", ASKED)
def test_questions_are_read_however_they_are_put(intent: Intent) -> None:
    read = {text: read_intent(text) for text, each in _each(ASKED) if each is intent}

    assert read == dict.fromkeys(read, intent)


def test_other_messages_with_the_same_words_are_not_taken_for_questions() -> None:
    read = {text: read_intent(text) for text, _ in _each(NOT_ASKED)}

    assert read == dict(_each(NOT_ASKED))
