"""No bad order gets through: each is refused with its own code and a sentence that helps, and leaves nothing."""

import re

import pytest

from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import Order
from tests.contract.bad_orders import BAD_ORDERS, BadOrder
from tests.unit.services.pharmacy_world import World

FEWEST_WORDS = 8
_CODE_OR_NUMBER = re.compile(r"\b[A-Z]{3,}_[A-Z]|RX\d{4}|QT-|patient_\d|PH\d{3}")


def orders(world: World) -> tuple[Order, ...]:
    return tuple(order for each in world.patients.all() for order in world.orders.for_patient(each.patient_id))


@pytest.mark.parametrize("bad", BAD_ORDERS, ids=lambda bad: bad.what)
def test_a_bad_order_is_refused(bad: BadOrder) -> None:
    world, attempt = bad.arrange()
    before = orders(world)
    with pytest.raises(OrderRefusedError) as refused:
        attempt()
    sentence = str(refused.value)

    assert refused.value.code == bad.code
    assert orders(world) == before
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence.split()) >= FEWEST_WORDS
    assert not _CODE_OR_NUMBER.search(sentence)
    world.store.close()


def test_the_list_is_long_and_says_each_thing_once() -> None:
    assert len({bad.what for bad in BAD_ORDERS}) == len(BAD_ORDERS) >= 60


def test_the_same_way_of_ordering_places_a_good_order() -> None:
    world = World()

    assert orders(world) == ()
    assert world.ordered().status == "SUBMITTED"
    assert len(orders(world)) == 1
