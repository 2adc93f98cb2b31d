"""What patients take along, read back as a reader, a scanner and a calendar do: it holds no more than it needs."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO

from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader

from rxflow.documents.calendar_entry import LENGTH, PickUp, calendar_entry
from rxflow.documents.pickup_code import MODULE_PIXELS, QUIET_MODULES, pickup_picture
from rxflow.documents.receipt import Receipt, receipt_pdf
from rxflow.persistence.ids import CROCKFORD_BASE32
from rxflow.services.pickup_codes import as_read, pickup_code
from tests.support.qr import read_qr
from tests.support.stores import a_cipher

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
RECEIPT = Receipt(
    title="Recibo",
    language="es-US",
    seller=("Farmacia Peña", "1801 E 51st St, Austin, TX 78723", "512-555-0100"),
    rows=(("Número de pedido", "RF-6F5B-F0HT"), ("Medicamento", "hydrOXYzine 25 mg"), ("Usted pagó", "$5.80")),
    note="Guárdelo para sus registros.",
)
PICK_UP = PickUp("RF-6F5B-F0HT", "Pharmacy pick-up", NOON, "H-E-B Pharmacy Mueller, 1801 E 51st St", NOON)


def test_a_receipt_can_be_searched_and_says_what_it_is_in_its_language() -> None:
    read = PdfReader(BytesIO(receipt_pdf(RECEIPT)))
    text = read.pages[0].extract_text()

    assert text.strip().split("\n") == [
        *("Recibo", "Farmacia Peña", "1801 E 51st St, Austin, TX 78723", "512-555-0100"),
        *("Número de pedido", "RF-6F5B-F0HT", "Medicamento", "hydrOXYzine 25 mg", "Usted pagó", "$5.80"),
        "Guárdelo para sus registros.",
    ]
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.author) == ("Recibo", "Farmacia Peña")
    catalogue = read.trailer["/Root"]
    assert (catalogue["/Lang"], catalogue["/ViewerPreferences"]["/DisplayDocTitle"]) == ("es-US", True)


def test_the_letters_of_a_receipt_are_in_the_file() -> None:
    page = PdfReader(BytesIO(receipt_pdf(RECEIPT))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    used = [font for font in fonts if font["/Subtype"] == "/TrueType"]

    assert used
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in used)


def test_a_long_name_is_broken_into_lines_and_stays_on_the_page() -> None:
    name = "insulin glargine " * 12
    receipt = Receipt("Receipt", "en-US", ("CVS",), (("Medicine", name.strip()), ("You pay", "$1.00")), "Note.")
    text = PdfReader(BytesIO(receipt_pdf(receipt))).pages[0].extract_text()

    assert " ".join(text.split()).count("insulin glargine") == 12
    assert max(map(len, text.split("\n"))) < 80


def test_the_same_facts_are_the_same_file() -> None:
    assert receipt_pdf(RECEIPT) == receipt_pdf(RECEIPT)


def test_a_scanner_reads_the_pick_up_code_and_nothing_else() -> None:
    code = pickup_code("RF-6F5B-F0HT", a_cipher().digest)

    assert read_qr(pickup_picture(code)) == code


def test_the_picture_has_the_empty_edge_that_a_scanner_needs() -> None:
    picture = Image.open(BytesIO(pickup_picture("7K3M9Q2D"))).convert("L")
    edge = MODULE_PIXELS * QUIET_MODULES
    inside = picture.crop((edge, edge, picture.width - edge, picture.height - edge))

    assert picture.getpixel((edge - 1, edge)) == 255
    assert inside.getpixel((0, 0)) == 0


def test_a_pick_up_code_is_eight_symbols_that_tell_nothing_of_the_order() -> None:
    codes = {pickup_code(f"RF-0000-{number:04d}", a_cipher().digest) for number in range(500)}

    assert len(codes) == 500
    assert all(len(code) == 8 and set(code) <= set(CROCKFORD_BASE32) for code in codes)
    assert pickup_code("RF-0000-0000", a_cipher().digest) in codes


def test_a_code_is_understood_however_it_is_typed() -> None:
    assert as_read(" 7k3m-9qod ") == "7K3M9Q0D"
    assert as_read("iL0O") == "1100"


def test_a_calendar_entry_says_when_and_where_and_no_medicine() -> None:
    calendar = Calendar.from_ical(calendar_entry(PICK_UP))
    (event,) = calendar.walk("VEVENT")

    assert (event["summary"], event["location"]) == ("Pharmacy pick-up", "H-E-B Pharmacy Mueller, 1801 E 51st St")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (NOON, NOON + LENGTH)
    assert (event["uid"], event["class"]) == ("RF-6F5B-F0HT@rxflow", "PRIVATE")
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "CLASS"}
    assert set(calendar) == {"PRODID", "VERSION"}


def test_a_later_entry_replaces_an_earlier_one() -> None:
    later = PickUp(PICK_UP.reference, PICK_UP.title, NOON + timedelta(days=1), PICK_UP.place, NOON)
    uids = {Calendar.from_ical(calendar_entry(each)).walk("VEVENT")[0]["uid"] for each in (PICK_UP, later)}

    assert len(uids) == 1


def test_the_libraries_are_loaded_only_when_a_document_is_made() -> None:
    loads = (
        "import sys; import rxflow.documents.receipt, rxflow.documents.pickup_code, rxflow.documents.calendar_entry; "
        "print({'reportlab', 'segno', 'icalendar'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "set()"
