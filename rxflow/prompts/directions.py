"""A prescription's directions in plain words of a language, where they can be read to the last word."""

from collections.abc import Iterator
from fractions import Fraction

from rxflow.clinical.sig_phrases import AMOUNT, HIGHEST, Phrase, read_phrases
from rxflow.prompts.catalog import Catalogue
from rxflow.prompts.plural import OTHER, PluralRule

_HALF = Fraction(1, 2)
_MEASURES = frozenset({"mg", "mcg", "g", "ml", "unit"})
_DECIMALS_OF = 1000


def plain_directions(sig: str, messages: Catalogue) -> str | None:
    """Directions in plain words without a final stop, such as `Take one tablet by mouth once a day`.

    Nothing is left out or added: a phrase of the label becomes the same phrase of the catalogue.

    Args:
        sig: Directions in English.
        messages: The catalogue of a language.

    Returns:
        None where a word is not known or an amount has no plain words, such as two fifths of a tablet.
    """
    phrases = read_phrases(sig)
    if phrases is None:
        return None
    words = [_words(phrase, messages) for phrase in phrases]
    if None in words:
        return None
    said = "".join(_joined(word for word in words if word is not None)).strip()
    return said[:1].upper() + said[1:]


def _joined(words: Iterator[str]) -> Iterator[str]:
    for word in words:
        yield word if word.startswith(",") else f" {word}"


def _words(phrase: Phrase, messages: Catalogue) -> str | None:
    if phrase.key == AMOUNT:
        return _amount(phrase.numbers, phrase.unit, messages)
    key = f"sig_{phrase.key}"
    if phrase.unit:
        amount = _amount(phrase.numbers, phrase.unit, messages)
        return messages[key].format(amount=amount) if amount else None
    if not phrase.numbers:
        return messages[key]
    if any(number.denominator != 1 for number in phrase.numbers):
        return None
    if key not in messages:
        category = PluralRule.parse(messages["language_plural"]).category(int(phrase.numbers[-1]))
        key = f"{key}_{category}"
    in_words = not phrase.key.startswith(HIGHEST)
    return messages[key].format(count=_range(phrase.numbers, messages, "number_to", in_words))


def _amount(numbers: tuple[Fraction, ...], unit: str, messages: Catalogue) -> str | None:
    """`one tablet`, `one or two tablets`, `half a tablet`, `24 units`; None where there are no words for it."""
    most = numbers[-1]
    if unit in _MEASURES:
        if any((number * _DECIMALS_OF).denominator != 1 for number in numbers):
            return None
        count = _range(numbers, messages, "number_to", in_words=False)
    elif len(numbers) == 1 and most.denominator == 2:
        return _halves(most, unit, messages)
    elif any(number.denominator != 1 for number in numbers):
        return None
    else:
        count = _range(numbers, messages, "number_or" if most - numbers[0] == 1 else "number_to", unit=unit)
    whole = int(most) if most.denominator == 1 else 2
    category = PluralRule.parse(messages["language_plural"]).category(whole) if len(numbers) == 1 else OTHER
    return messages[f"dose_{unit}_{category}"].format(count=count)


def _halves(number: Fraction, unit: str, messages: Catalogue) -> str | None:
    """Half tablets; no other form is told in halves."""
    if f"dose_{unit}_half" not in messages:
        return None
    if number == _HALF:
        return messages[f"dose_{unit}_half"]
    if number == 1 + _HALF:
        return messages[f"dose_{unit}_one_and_half"]
    return messages[f"dose_{unit}_and_half"].format(count=_number(number - _HALF, messages))


def _range(
    numbers: tuple[Fraction, ...], messages: Catalogue, between: str, in_words: bool = True, unit: str = ""
) -> str:
    """A number, or two with the words between them; in some languages the word for one depends on the unit."""
    if len(numbers) == 1:
        return _number(numbers[0], messages, in_words)
    low, high = (_number(number, messages, in_words) for number in numbers)
    if numbers[0] == 1:
        low = messages.get(f"dose_{unit}_range_from_one", low)
    return messages[between].format(low=low, high=high)


def _number(number: Fraction, messages: Catalogue, in_words: bool = True) -> str:
    """A whole number up to ten in a word, any other in digits."""
    words = messages["language_numbers"].split()
    if number.denominator == 1:
        return words[int(number)] if in_words and number < len(words) else str(int(number))
    return f"{float(number):.3f}".rstrip("0")
