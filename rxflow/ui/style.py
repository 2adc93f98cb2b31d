"""The pages' one style sheet, put together out of `styles/`: the scale and the colours first, then each page's part."""

from functools import cache
from pathlib import Path

STYLES = Path(__file__).with_name("styles")
FIRST = "tokens.css"


@cache
def style_sheet() -> str:
    """All styles as a `<style>` element.

    Raises:
        ValueError: A part has an angle bracket: the browser side takes it for markup and drops the whole sheet.
    """
    parts = [STYLES / FIRST, *sorted(path for path in STYLES.glob("*.css") if path.name != FIRST)]
    styles = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    if "<" in styles:
        raise ValueError("a style sheet must not have an angle bracket that opens")
    return f"<style>{styles}</style>"
