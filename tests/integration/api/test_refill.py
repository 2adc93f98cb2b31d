"""A refill by another program: in words, as a stream, and by quote and agreement."""

import json
from typing import Any

import httpx
import pytest

from rxflow.domain.access import AccessRole
from rxflow.domain.errors import StoreUnavailableError
from rxflow.services.orders import OrderService
from tests.conftest import MakeAssistant
from tests.integration.api.conftest import UNLIMITED
from tests.support.api import Api, refill
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE
from tests.support.scripted_model import ScriptedChatModel, call, calls

PATIENT = AccessRole.PATIENT


async def quoted(client: httpx.AsyncClient, rx_number: str = "RX100101") -> dict[str, Any]:
    session_id, _ = await refill(client, ())
    wanted = {"session_id": session_id, "rx_number": rx_number, "pharmacy_id": "PH003"}
    answered = await client.post("/api/v1/quotes", json=wanted)
    assert answered.status_code == 201, answered.text
    return dict(answered.json()["data"])


def agreement(quote: dict[str, Any], **changes: str) -> dict[str, Any]:
    return {key: quote[key] for key in ("session_id", "quote_id", "patient_pays")} | changes


async def test_a_conversation_ends_in_an_order_that_is_listed_and_tracked(api: Api) -> None:
    async with api.of(PATIENT) as client:
        session_id, reply = await refill(client, (*TO_THE_QUOTE, "yes"))
        listed = (await client.get("/api/v1/orders")).json()
        order_id = reply["order"]["order_id"]
        tracked = (await client.get(f"/api/v1/orders/{order_id}")).json()["data"]
        said = (await client.get(f"/api/v1/sessions/{session_id}/messages", params={"page_size": 3})).json()

    assert reply["state"] == "COMPLETE"
    assert [each["order_id"] for each in listed["data"]] == [order_id]
    assert [step["status"] for step in tracked["steps"]] == ["SUBMITTED"]
    assert [turn["patient_text"] for turn in said["data"]] == list(TO_THE_QUOTE)
    assert said["meta"] == {
        "current_page": 1,
        "page_size": 3,
        "total_items": 4,
        "total_pages": 2,
        "has_next": True,
        "has_prev": False,
    }


async def test_the_button_of_a_quote_agrees_to_it(api: Api) -> None:
    async with api.of(PATIENT) as client:
        session_id, reply = await refill(client, TO_THE_QUOTE)
        pressed = {
            "text": "Place the order",
            "agreed_quotes": [each["quote_id"] for each in reply["quotes"]],
            "in_reply_to": reply["turn"],
        }
        answered = await client.post(f"/api/v1/sessions/{session_id}/messages", json=pressed)

    assert answered.json()["data"]["order"]["status"] == "SUBMITTED"


async def test_a_message_that_is_sent_again_is_answered_once(api: Api) -> None:
    async with api.of(PATIENT) as client:
        session_id, _ = await refill(client, TO_THE_QUOTE)
        again = {"text": "yes", "message_id": "m-1"}
        first, second = [
            (await client.post(f"/api/v1/sessions/{session_id}/messages", json=again)).json()["data"] for _ in range(2)
        ]

    assert first["order"]["order_id"] == second["order"]["order_id"]
    assert len(api.assistant.services.orders.for_patient("patient_001")) == 1


async def test_a_stream_tells_what_is_done_then_the_checked_words_then_all_of_it(api: Api) -> None:
    async with api.of(PATIENT) as client:
        session_id, _ = await refill(client, TO_THE_QUOTE)
        streamed = await client.post(f"/api/v1/sessions/{session_id}/messages/stream", json={"text": "yes"})
    events = [
        (block.splitlines()[0].removeprefix("event: "), json.loads(block.splitlines()[1].removeprefix("data: ")))
        for block in streamed.text.strip().split("\n\n")
        if block.startswith("event: ")
    ]

    names = [name for name, _ in events]
    reply = events[-1][1]
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert names[:3] == ["tool", "tool", "state"]
    assert events[0][1] == {"name": "submit_refill_order", "done": False}
    assert events[1][1]["success"] is True
    assert events[2][1] == {"state": "COMPLETE"}
    assert "".join(data for name, data in events if name == "text") == reply["message"]
    assert names[-1] == "reply"
    assert reply["order"]["status"] == "SUBMITTED"


@pytest.mark.parametrize("suffix", ["", "/stream"])
async def test_the_name_of_a_tool_that_a_model_made_up_is_not_told(make_assistant: MakeAssistant, suffix: str) -> None:
    api = Api(make_assistant(ScriptedChatModel(calls(call("take_two_pills_more"))), **UNLIMITED))
    async with api.of(PATIENT) as client:
        session_id, _ = await refill(client, ())
        answered = await client.post(f"/api/v1/sessions/{session_id}/messages{suffix}", json={"text": "hello"})

    assert "UNKNOWN_TOOL" in answered.text
    assert "pills" not in answered.text


@pytest.mark.parametrize(
    ("failed", "code"),
    [(StoreUnavailableError("The database could not be read."), "STORE_UNAVAILABLE"), (ValueError("x"), "INTERNAL")],
)
async def test_a_stream_that_fails_ends_in_the_error_envelope(
    api: Api, monkeypatch: pytest.MonkeyPatch, failed: Exception, code: str
) -> None:
    async def fails(*_arguments: object, **_options: object) -> None:
        raise failed

    async with api.of(PATIENT) as client:
        session_id, _ = await refill(client, ())
        monkeypatch.setattr(type(api.assistant.manager), "handle_message", fails)
        streamed = await client.post(f"/api/v1/sessions/{session_id}/messages/stream", json={"text": "hello"})
    name, data = streamed.text.strip().splitlines()[:2]

    assert name == "event: error"
    assert json.loads(data.removeprefix("data: "))["error"] == code


async def test_a_quote_that_is_agreed_to_twice_is_one_order(api: Api) -> None:
    async with api.of(PATIENT) as client:
        quote = await quoted(client)
        placed = [(await client.post("/api/v1/orders", json=agreement(quote))) for _ in range(2)]

    assert [each.status_code for each in placed] == [201, 201]
    assert len({each.json()["data"]["order_id"] for each in placed}) == 1
    assert len(api.assistant.services.orders.for_patient("patient_001")) == 1


async def test_an_agreement_to_another_price_orders_nothing(api: Api) -> None:
    async with api.of(PATIENT) as client:
        quote = await quoted(client)
        refused = await client.post("/api/v1/orders", json=agreement(quote, patient_pays="0.01"))

    assert (refused.status_code, refused.json()["error"]) == (409, "QUOTE_MISMATCH")
    assert api.assistant.services.orders.for_patient("patient_001") == ()


async def test_an_agreement_to_a_quote_that_has_expired_orders_nothing(api: Api, clock: FrozenClock) -> None:
    async with api.of(PATIENT) as client:
        quote = await quoted(client)
    clock.wait(minutes=31)
    async with api.of(PATIENT) as client:
        refused = await client.post("/api/v1/orders", json=agreement(quote))

    assert refused.status_code in {404, 409}
    assert api.assistant.services.orders.for_patient("patient_001") == ()


async def test_a_rule_that_forbids_the_refill_is_told_by_its_code(api: Api) -> None:
    async with api.of(PATIENT, "patient_003") as client:
        session_id, _ = await refill(client, ())
        listed = (await client.get("/api/v1/prescriptions")).json()["data"]
        forbidden = next(each for each in listed if not each["may_be_refilled"])
        wanted = {"session_id": session_id, "rx_number": forbidden["rx_number"], "pharmacy_id": "PH003"}
        refused = await client.post("/api/v1/quotes", json=wanted)
        assessed = await client.post("/api/v1/prescriptions/assessment", json={"rx_number": forbidden["rx_number"]})

    blocks = [each["code"] for each in assessed.json()["data"] if each["severity"] == "block"]
    assert refused.status_code == 409
    assert refused.json()["error"] == blocks[0]


async def test_an_order_is_cancelled_once_and_stays_so(api: Api) -> None:
    async with api.of(PATIENT) as client:
        placed = (await client.post("/api/v1/orders", json=agreement(await quoted(client)))).json()["data"]
        cancelled = [
            (await client.post(f"/api/v1/orders/{placed['order_id']}/cancellation")).json()["data"] for _ in range(2)
        ]

    assert [each["status"] for each in cancelled] == ["CANCELLED", "CANCELLED"]


async def test_prices_begin_with_what_the_patient_pays_least(api: Api) -> None:
    async with api.of(PATIENT) as client:
        told = (await client.post("/api/v1/prices", json={"rx_number": "RX100101"})).json()["data"]

    pays = [float(each["patient_pays"]) for each in told]
    assert pays == sorted(pays)
    assert len(pays) > 3


async def test_pharmacies_near_home_come_with_their_miles(api: Api) -> None:
    async with api.of(PATIENT) as client:
        near = (await client.get("/api/v1/pharmacies", params={"near": "home", "page_size": 5})).json()["data"]
        one = (await client.get(f"/api/v1/pharmacies/{near[0]['pharmacy_id']}")).json()["data"]

    miles = [each["miles"] for each in near if each["kind"] != "mail order"]
    assert miles == sorted(miles)
    assert one["name"] == near[0]["name"]
    assert one["miles"] is None


async def test_a_conversation_is_ended_and_answers_no_more(api: Api) -> None:
    async with api.of(PATIENT) as client:
        session_id, _ = await refill(client, ())
        ended = [await client.delete(f"/api/v1/sessions/{session_id}") for _ in range(2)]
        late = await client.post(f"/api/v1/sessions/{session_id}/messages", json={"text": "refill my lisinopril"})

    assert [each.status_code for each in ended] == [200, 200]
    assert (late.status_code, late.json()["error"]) == (404, "SESSION_NOT_FOUND")


async def test_what_cannot_be_stored_is_an_error_and_no_order(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise StoreUnavailableError("The database could not be written.")

    async with api.of(PATIENT) as client:
        quote = await quoted(client)
        monkeypatch.setattr(OrderService, "submit", fails)
        refused = await client.post("/api/v1/orders", json=agreement(quote))

    assert (refused.status_code, refused.json()["error"]) == (503, "STORE_UNAVAILABLE")
    assert int(refused.headers["retry-after"]) > 0
