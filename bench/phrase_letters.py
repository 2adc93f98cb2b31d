"""Makes `rxflow/dialogue/intents/letters.json` anew from the phrases of the intents: `python -m bench.phrase_letters`.

Run it when a phrase was changed. What is not kept is read from the phrases when the first message comes, which is right
but slow.
"""

from rxflow.dialogue.intents.phrases import KEPT, digest_of, read_phrases_of, written
from rxflow.dialogue.intents.reader import ROWS


def main() -> int:
    """Write the file and tell how many phrases it has."""
    rows = {digest_of(row.phrases): read_phrases_of(row.phrases) for row in ROWS}
    KEPT.write_text(written(rows), encoding="utf-8")
    print(f"{sum(len(phrases.ends) for phrases in rows.values())} phrases of {len(rows)} rows")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
