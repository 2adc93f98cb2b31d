"""Makes `rxflow/dialogue/everyday_words.py` anew from word frequencies: `python -m bench.everyday_words`.

Needs wordfreq, which is no dependency of the product. Run it when names are added to the drug data.
"""

import importlib
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from rxflow.dialogue.text import plain
from rxflow.services.drug_names import name_words
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.near_names import NearNames

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = ROOT / "rxflow/dialogue/everyday_words.py"
FREQUENT, RARER = {"en": 5_000, "es": 3_000}, {"en": 30_000, "es": 20_000}
MIN_LETTERS, MIN_TWO_EDITS = 4, 5
WIDTH = 116

HEAD = '''"""Common English and Spanish words that are like a medicine's name, such as concert and Concerta.

They are those of the 30,000 most frequent English and 20,000 most frequent Spanish words (wordfreq 3.1.1, without
accents) that are within two edits of a name in `data/mock_drugs.json` or begin one; the frequent ones are of the first
5,000 and 3,000. `bench/everyday_words.py` writes this file.
"""

'''


def main() -> int:
    """Write the module and tell how many words it has."""
    data = load_mock_data(ROOT / "data", date(2026, 11, 21))
    frequent = sorted(set(_words(data, FREQUENT, rarer=False)))
    rarer = sorted(set(_words(data, RARER, rarer=True)) - set(frequent))
    told = '"""Of the most frequent: a word that is near one of them is likely to be that word misspelt."""'
    tables = f"FREQUENT_WORDS = {_table(frequent)}\n{told}\n\nRARER_WORDS = {_table(rarer)}\n"
    module = HEAD + tables
    compile(module, str(WRITTEN), "exec")
    WRITTEN.write_text(module, encoding="utf-8")
    print(f"{len(frequent)} frequent and {len(rarer)} rarer words")
    return 0


def _words(data: MockData, most: dict[str, int], *, rarer: bool) -> Iterator[str]:
    """The frequent words that are near a name or begin one, and are no name or word of one themselves."""
    drugs = DrugService(data)
    names = [name for drug in data.drugs for name in (drug.name, *drug.brands, *drug.ingredients)]
    known = {word for name in (*names, *data.misspellings) for word in name_words(name)}
    index = NearNames(key for drug in data.drugs for key, _ in drugs.keys_of(drug.name))
    for language, count in most.items():
        for word in map(plain, importlib.import_module("wordfreq").top_n_list(language, count)):
            if len(word) < MIN_LETTERS or not (word.isascii() and word.isalpha()) or word in known or drugs.named(word):
                continue
            two = 2 if len(word) >= MIN_TWO_EDITS or not rarer else 1
            if index.near(word, two) or drugs.begins_name(word):
                yield word


def _table(words: Sequence[str]) -> str:
    lines = textwrap.wrap(" ".join(words), WIDTH, break_on_hyphens=False, break_long_words=False)
    return 'frozenset(\n    """\n' + textwrap.indent("\n".join(lines), "    ") + '\n    """.split()\n)'


if __name__ == "__main__":
    raise SystemExit(main())
