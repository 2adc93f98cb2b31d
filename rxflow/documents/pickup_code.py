"""A pick-up code as a picture that the counter scans."""

from io import BytesIO

MODULE_PIXELS = 8
QUIET_MODULES = 4
"""The empty edge that a reader needs (ISO/IEC 18004, 6.3.8)."""


def pickup_picture(code: str) -> bytes:
    """A QR code as PNG, black on white whatever the page's colours: readers need that.

    Args:
        code: What is to be read; it must tell nothing of the order or the patient.
    """
    # Loaded where it is used: few visitors need it, and each would wait for it.
    import segno

    picture = BytesIO()
    segno.make_qr(code, error="m").save(picture, kind="png", scale=MODULE_PIXELS, border=QUIET_MODULES)
    return picture.getvalue()
