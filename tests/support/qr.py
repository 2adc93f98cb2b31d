"""Reads the smallest QR codes by their standard (ISO/IEC 18004), without a library that makes them."""

from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
SIZE = 21
TIMING = 6
FORMAT_MASK = 0b101010000010010
MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda row, column: (row + column) % 2,
    lambda row, _: row % 2,
    lambda _, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)
"""A module is turned over where its mask gives 0."""

Matrix = list[list[bool]]


def read_qr(png: bytes) -> str:
    """What a picture of a version 1 QR code in alphanumeric mode says.

    Raises:
        AssertionError: It is no such code.
    """
    matrix = _modules(png)
    assert len(matrix) == SIZE
    given = int("".join(str(int(matrix[8][column])) for column in (0, 1, 2, 3, 4, 5, 7, 8)), 2)
    mask = MASKS[(given << 7 ^ FORMAT_MASK) >> 10 & 0b111]
    bits = "".join(str(int(matrix[row][column] ^ (mask(row, column) == 0))) for row, column in _way())
    assert bits[:4] == "0010", "not in alphanumeric mode"
    length, start, read = int(bits[4:13], 2), 13, ""
    while len(read) + 2 <= length:
        high, low = divmod(int(bits[start : start + 11], 2), len(ALPHANUMERIC))
        read, start = read + ALPHANUMERIC[high] + ALPHANUMERIC[low], start + 11
    if len(read) < length:
        read, start = read + ALPHANUMERIC[int(bits[start : start + 6], 2)], start + 6
    assert bits[start : start + 4] == "0000", "something follows"
    return read


def _modules(png: bytes) -> Matrix:
    picture = Image.open(BytesIO(png)).convert("1")
    dark = [[picture.getpixel((x, y)) == 0 for x in range(picture.width)] for y in range(picture.height)]
    rows = [y for y, row in enumerate(dark) if any(row)]
    top, left = rows[0], min(row.index(True) for row in dark if any(row))
    step = (rows[-1] + 1 - top) // SIZE
    return [[dark[top + step * row + step // 2][left + step * column + step // 2] for column in range(SIZE)]
            for row in range(SIZE)]  # fmt: skip


def _way() -> Iterator[tuple[int, int]]:
    """The modules that hold data, from the lower right in pairs of columns, up and down in turn."""
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for row in range(SIZE - 1, -1, -1) if upwards else range(SIZE):
            for column in (right, right - 1):
                if not _is_function(row, column):
                    yield row, column
        upwards = not upwards


def _is_function(row: int, column: int) -> bool:
    in_finder = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return in_finder or TIMING in (row, column)
