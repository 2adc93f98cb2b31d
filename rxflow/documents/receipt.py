"""What was ordered and what it costs, on paper, in the patient's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FONT, _BOLD = "Vera", "VeraBd"
_MARGIN = 64.0
_LABEL_WIDTH = 150.0
_LEADING = 1.5
_SIZE, _TITLE_SIZE, _SMALL_SIZE = 11.0, 18.0, 9.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says: what was supplied, when, by whom and for how much, and nothing else of the patient.

    Source: 26 CFR 1.125-6(b)(3)(ii), proposed (what a flexible spending account asks for).

    Attributes:
        title: Such as `Receipt`.
        language: Its language, such as `es-US`.
        seller: The pharmacy's name, address and telephone, a line each.
        rows: Labels with what they say, such as `You paid` and `$5.80`.
        note: A sentence at the end.
    """

    title: str
    language: str
    seller: Sequence[str]
    rows: Sequence[tuple[str, str]]
    note: str


def receipt_pdf(receipt: Receipt) -> bytes:
    """A page of PDF whose text can be searched and read aloud, with its title and language; equal for equal facts."""
    # Loaded where it is used: few visitors need it, and each would wait for it.
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    _load_fonts()
    made = BytesIO()
    page = Canvas(made, pagesize=letter, lang=receipt.language, invariant=1)
    page.setTitle(receipt.title)
    page.setAuthor(receipt.seller[0])
    page.setCreator("RxFlow")
    page.setViewerPreference("DisplayDocTitle", "true")
    _draw(receipt, page, letter[0], letter[1])
    page.save()
    return made.getvalue()


def _load_fonts() -> None:
    """Fonts that go into the file, so that every letter is the same everywhere; they come with reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (_FONT, _BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _draw(receipt: Receipt, page: "Canvas", width: float, height: float) -> None:
    top = height - _MARGIN - _TITLE_SIZE
    text_width = width - 2 * _MARGIN
    top = _lines(page, [receipt.title], _MARGIN, top, _BOLD, _TITLE_SIZE, text_width) - _SIZE
    top = _lines(page, receipt.seller, _MARGIN, top, _FONT, _SIZE, text_width) - _SIZE
    for label, value in receipt.rows:
        page.setLineWidth(0.5)
        page.line(_MARGIN, top + _SIZE * 1.3, width - _MARGIN, top + _SIZE * 1.3)
        after_label = _lines(page, [label], _MARGIN, top, _BOLD, _SIZE, _LABEL_WIDTH - _SIZE)
        after_value = _lines(page, [value], _MARGIN + _LABEL_WIDTH, top, _FONT, _SIZE, text_width - _LABEL_WIDTH)
        top = min(after_label, after_value) - _SIZE / 2
    _lines(page, [receipt.note], _MARGIN, top - _SIZE, _FONT, _SMALL_SIZE, text_width)


def _lines(
    page: "Canvas", paragraphs: Sequence[str], left: float, top: float, font: str, size: float, width: float
) -> float:
    """Write paragraphs, broken where they are too long, and return where the next line begins."""
    from reportlab.lib.utils import simpleSplit

    page.setFont(font, size)
    for paragraph in paragraphs:
        for line in simpleSplit(paragraph, font, size, width):
            page.drawString(left, top, line)
            top -= size * _LEADING
    return top
