"""Conversations of a hostile model and any patient, with trouble in between: the same seed plays the same one.

Used by the suite and by `python -m bench.hostile`.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from pydantic import SecretStr

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.errors import OrderRefusedError, SessionNotFoundError, TransitionError
from rxflow.domain.order import OrderStatus
from rxflow.persistence.engine import create_store
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.workflow_types import ConversationResponse
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import Conversation
from tests.support.hostile_faults import Chat, faults_of_orders, faults_of_reply
from tests.support.hostile_model import HostileChatModel, ammunition
from tests.support.hostile_patient import HostilePatient, Wishes
from tests.support.hostile_trouble import Trouble, TroubledStore
from tests.support.independent_boxes import Keys
from tests.support.independent_checker import Heard, violations_of
from tests.support.independent_rows import read_rows
from tests.support.independent_world import World, read_world

FIRST_DAY: date = WEDNESDAY_MORNING.date()
BUSY_MS = 20
MOST_MESSAGES = 12
KEYS_GIVEN = 0.3
"""How often the keys are given to the process, and not in a file."""
ROTATED = 0.5
"""How often a process that starts again has a new key."""
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NEXT_STATUS = {
    OrderStatus.SUBMITTED: OrderStatus.VERIFYING,
    OrderStatus.VERIFYING: OrderStatus.FILLING,
    OrderStatus.FILLING: OrderStatus.READY,
    OrderStatus.READY: OrderStatus.PICKED_UP,
}

A_YEAR_IN_MINUTES = 365 * 24 * 60


@dataclass(frozen=True)
class Stage:
    """What all conversations share: the data, the index of its drugs, and the checker's own reading of it."""

    settings: Settings
    data: MockData
    drugs: DrugService
    resolver: MedicationResolver
    world: World
    wishes: Wishes
    empty: Path

    @classmethod
    def of(cls, settings: Settings, data: MockData, drugs: DrugService, folder: Path) -> "Stage":
        """Set the stage, with an empty database in a folder that every conversation begins on a copy of."""
        empty = folder / "empty.db"
        own = settings.model_copy(update={"database_url": f"sqlite:///{empty}"})
        with patch("rxflow.service_wiring.DrugService", lambda _data: drugs):
            build_assistant(own, data=data).close()
        world = read_world(settings.data_dir, FIRST_DAY)
        return cls(settings, data, drugs, MedicationResolver(drugs), world, Wishes.of(world), empty)


@dataclass
class Outcome:
    """What came of one conversation.

    Attributes:
        seed: What it was played from.
        violations: What should not have happened; empty when all is well.
        counts: How much of what there was.
        digest: The same for the same conversation.
        transcript: What was said and seen, a line each.
    """

    seed: int
    violations: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    digest: str = ""
    transcript: list[str] = field(default_factory=list)


def play(seed: int, stage: Stage, folder: Path, messages: int = MOST_MESSAGES) -> Outcome:
    """Play the conversation of a seed on a database of its own and look through what it left.

    Args:
        seed: Decides everything that happens, and the keys.
        stage: What all conversations share.
        folder: Where `folder_of` the conversation is made.
        messages: The most messages that the patient sends.
    """
    own = folder_of(seed, folder)
    own.mkdir(parents=True)
    with ExitStack() as stack:
        game = _Game(seed, stage, own / "rxflow.db", stack)
        game.play(messages)
        game.end()
        return game.outcome


def folder_of(seed: int, folder: Path) -> Path:
    """Where the database of a conversation is, with its keys."""
    return folder / f"hostile-{seed}"


class _Game:
    def __init__(self, seed: int, stage: Stage, path: Path, stack: ExitStack) -> None:
        self.outcome = Outcome(seed)
        self._stage = stage
        self._path = path
        self._random = Random(seed)
        self._ids = Random(f"ids {seed}")
        self._key_bits = Random(f"keys {seed}")
        self._keys = Keys.new(self._key_bits)
        self._gives_keys = self._key_bits.random() < KEYS_GIVEN
        self._clock = FrozenClock(WEDNESDAY_MORNING)
        self._patient = HostilePatient(Random(f"patient {seed}"), stage.wishes, seed)
        data = stage.data
        self._model = HostileChatModel(
            (tool.name for tool in AVAILABLE_TOOLS),
            ammunition(
                (item.rx_number for item in data.prescriptions),
                (item.generic_name for item in data.prescriptions),
                (*(each.patient_id for each in data.patients), *(each.pharmacy_id for each in data.pharmacies)),
            ),
            seed,
        )
        self._heard: list[Heard] = []
        self._hash = hashlib.sha256()
        self._stack = stack
        self._open: list[Chat] = []
        shutil.copyfile(stage.empty, path)
        self._assistant = self._build()
        stack.callback(lambda: self._assistant.close())
        self._begin(self._patient.patient_id)

    # --- the stage

    def _build(self) -> Assistant:
        given = None
        if self._gives_keys:
            given = SecretStr(self._keys.text())
        else:
            self._keys.write_beside(self._path)
        # Who comes back after weeks goes on with the old quotes, which nobody could whose conversation timed out.
        own = {
            "database_url": f"sqlite:///{self._path}",
            "keys": given,
            "session_timeout_minutes": A_YEAR_IN_MINUTES,
        }
        settings = self._stage.settings.model_copy(update=own)
        with (
            patch("rxflow.service_wiring.DrugService", lambda _data: self._stage.drugs),
            patch("rxflow.bootstrap.MedicationResolver", lambda _drugs: self._stage.resolver),
            patch("rxflow.bootstrap.create_store", partial(create_store, busy_timeout_ms=BUSY_MS)),
            patch("rxflow.persistence.sqlite_checkpoints.BUSY_TIMEOUT_MS", BUSY_MS),
            patch("rxflow.service_wiring.new_id", self._new_id),
            patch("rxflow.service_wiring.new_session_id", lambda: self._new_id("session")),
        ):
            built = build_assistant(settings, now=self._clock, model=self._model, data=self._stage.data)
        self._store = TroubledStore(built._store, self._path)
        self._model.asked = self._store.model_asked
        for act in ("quote", "submit", "cancel"):
            setattr(built.services.orders, act, self._counted(getattr(built.services.orders, act)))
        return built

    def _new_id(self, prefix: str) -> str:
        return f"{prefix}-{''.join(self._ids.choices(SYMBOLS, k=4))}-{''.join(self._ids.choices(SYMBOLS, k=4))}"

    def _counted(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **options: Any) -> Any:
            try:
                return act(*args, **options)
            except OrderRefusedError as refusal:
                self.outcome.counts[f"gate {refusal.code}"] += 1
                raise

        return counted

    def _begin(self, patient_id: str) -> None:
        self._clock.wait(seconds=self._random.randint(1, 40))
        self._open.append(Chat(Conversation(self._assistant, patient_id)))
        self._note_unasked(self._open[-1])

    def _restart(self) -> None:
        """The process ends and another opens the same file, perhaps with a new key; the patient's pages come back."""
        self.outcome.counts["crashes and restarts"] += 1
        self._assistant.close()
        if self._key_bits.random() < ROTATED:
            self._keys = self._keys.rotated(self._key_bits)
            self.outcome.counts["key rotations"] += 1
        self._assistant = self._build()
        for chat in self._open:
            self._clock.wait(seconds=1)
            talk = chat.talk
            chat.talk = Conversation(self._assistant, talk.patient_id, talk.session_id)
            self._note_unasked(chat)

    def _note_unasked(self, chat: Chat) -> None:
        chat.seen = chat.talk.last
        self._heard.append(Heard(chat.talk.session_id, self._clock(), None, chat.seen.message))

    # --- the play

    def play(self, messages: int) -> None:
        chat = self._open[0]
        for _ in range(self._random.randint(4, messages)):
            chance = self._random.random()
            if chance < 0.05:
                self._begin(self._patient.patient_id if self._random.random() < 0.8 else self._patient.another())
                chat = self._open[-1]
            elif chance < 0.15:
                chat = self._random.choice(self._open)
            elif chance < 0.22:
                self._clock.wait(minutes=self._random.choice((5, 29, 31, 31)))
            elif chance < 0.27:
                self._clock.wait(days=self._random.choice((1, 26, 26, 26, 90)))
            elif chance < 0.30:
                self._restart()
            elif chance < 0.33:
                self._pharmacy_goes_on(chat)
            elif chance < 0.335:
                self._assistant.services.sessions.end(chat.talk.session_id)
                chat.ended = True
            self._message(chat)

    def _pharmacy_goes_on(self, chat: Chat) -> None:
        for order in chat.orders():
            following = NEXT_STATUS.get(order.status)
            if following is not None:
                self._assistant.services.orders.advance(order.order_id, following, "pharmacy")
        for order in chat.orders():
            with _expected(TransitionError):
                self._assistant.services.orders.advance(order.order_id, OrderStatus.PICKED_UP, "pharmacy")

    def _message(self, chat: Chat) -> None:
        self._clock.wait(seconds=self._random.randint(1, 40))
        words, button = self._patient.says(chat.seen, [one.seen.quotes for one in self._open])
        at, before, shown = self._clock(), chat.orders(), chat.seen
        trouble = Trouble.of(self._random)
        self.outcome.counts["turns"] += 1
        with self._store.under(trouble):
            reply = self._send(chat, words, button)
        self.outcome.counts["store failures"] += self._store.failures
        crashed = trouble.crashes and self._store.failures > 0
        seen = reply.message if reply and not crashed else None
        self._heard.append(Heard(chat.talk.session_id, at, words, seen, button))
        self._hash.update(f"{words}|{button}|{trouble}|{reply and reply.state}|{reply and reply.message}".encode())
        if reply is None:
            return
        if crashed:
            self._restart()
        known = {one.order_id for one in before}
        after = chat.orders()
        placed = [order for order in after if order.order_id not in known]
        faults = [*faults_of_orders(placed, shown, words, button)]
        if not crashed:
            chat.seen = reply
            self.outcome.counts["tool calls"] += len(reply.tools)
            faults += faults_of_reply(reply, placed, after, self._stage.settings.max_model_calls)
        self.outcome.violations += [f"{chat.talk.session_id}, {words[:40]!r}: {fault}." for fault in faults]

    def _send(self, chat: Chat, words: str, button: tuple[str, ...] | None) -> ConversationResponse | None:
        try:
            return chat.talk.say(words, button=button)
        except SessionNotFoundError:
            if not chat.ended:
                self.outcome.violations.append(f"{chat.talk.session_id}: the conversation is lost.")
        except Exception as error:  # noqa: BLE001, RUF100 - whatever comes out of a turn is what we look for
            self.outcome.violations.append(f"{words[:40]!r} raised {type(error).__name__}: {error}.")
        return None

    def end(self) -> None:
        """Close, look through the database, and count what is in it."""
        counts, outcome = self.outcome.counts, self.outcome
        rows = read_rows(self._path, self._stage.world.identifying, self._keys)
        outcome.violations += violations_of(rows, self._stage.world, self._heard)
        outcome.digest = self._hash.hexdigest()
        outcome.transcript = [
            f"{one.session_id} {one.at:%d %H:%M:%S} {one.said!r} -> {one.reply!r}" for one in self._heard
        ]
        counts["conversations"] += len(self._open)
        for code, count in self._model.refusals.items():
            counts[f"tool {code}"] += count
        orders, cases = rows.tables["orders"], rows.tables["cases"]
        counts["orders placed"] = len(orders)
        counts["orders cancelled"] = sum(order["status"] == "CANCELLED" for order in orders)
        counts["emergencies"] = sum("EMERGENCY" in case["findings"] for case in cases)
        counts["escalations"] = len(cases) - counts["emergencies"]


@contextmanager
def _expected(error: type[Exception]) -> Iterator[None]:
    try:
        yield
    except error:
        return
