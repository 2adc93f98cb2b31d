"""The words of the conversation page, out of the message catalogue. Braces are filled in by the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatWording:
    """What headings, buttons and notices of the conversation say."""

    input_hint: str
    working: str
    # Progress
    progress: str
    with_prescriber: str
    with_pharmacist: str
    with_insurer: str
    nothing_to_do: str
    failed_state: str
    emergency: str
    earlier: str
    # A turn under way
    answering: str
    answered: str
    checking: str
    stop: str
    stopping: str
    retry: str
    waiting_message: str
    built_in: str
    # What was checked, and what was found
    checked: str
    check_ok: str
    check_failed: str
    check_refused: str
    check_trace: str
    blocks: str
    warns: str
    informs: str
    next: str
    next_prescriber: str
    next_pharmacist: str
    next_insurer: str
    next_too_soon: str
    next_out_of_stock: str
    next_emergency: str
    next_blocked: str
    next_warned: str
    next_choose: str
    next_informed: str
    # Orders
    confirm_title: str
    check_title: str
    confirm_hint: str
    medicine: str
    amount: str
    pharmacy: str
    you_pay: str
    you_pay_in_all: str
    insurance_pays: str
    no_insurance: str
    ready: str
    change: str
    change_medicine: str
    change_pharmacy: str
    change_ready: str
    change_price: str
    place_order: str
    other_pharmacy: str
    cancel: str
    order_placed: str
    order_cancelled: str
    order_number: str
    pharmacist_check: str
    reference_hint: str
    with_insurance: str
    without_insurance: str
    price_compared: str
    price_uninsured: str
    price_same: str
    # Trouble
    trouble: str
    moved_on: str
    other_patient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWording:
    """What the cards of prescriptions and pharmacies say."""

    prescription_title: str
    medicine: str
    directions: str
    amount: str
    refills_left: str
    prescriber: str
    pharmacies_title: str
    view: str
    view_list: str
    view_map: str
    choose: str
    distance: str
    by_mail: str
    open_now: str
    closed_now: str
    hours_today: str
    closed_today: str
    wait: str
    in_stock: str
    not_in_stock: str
    usual: str
    drive_through: str
    delivery: str
    price_here: str
    no_price: str
    map_home: str
    map_ring: str
    map_alt: str
    map_place: str
    map_without: str
    directions_of_compass: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingWording:
    """What is asked of a reply. A reason's field has its code."""

    rate: str
    rate_thanks: str
    rate_why: str
    rate_comment: str
    rate_wrong: str
    rate_unclear: str
    rate_too_long: str
    rate_not_what_i_asked: str
    rate_unsafe: str
    rate_unsafe_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWording:
    """What stands beside words that were spoken."""

    heard_title: str
    heard_edit: str
    heard_send: str
    heard_discard: str
    heard_not: str
    heard_failed: str
    heard_confirm: str
    listening: str
    place_order: str
