"""Red flags: whom to call is told first, and whatever else fails."""

from rxflow.dialogue.red_flags import RedFlag
from rxflow.domain.case import EscalationCase
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.observability.logging import get_logger
from rxflow.observability.metrics import Metrics
from rxflow.persistence.turn_locks import TurnLease
from rxflow.services.registry import Services
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.answer import Answer
from rxflow.workflow.last_replies import LastReplies
from rxflow.workflow.patient_reports import take_reports
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import Trigger

log = get_logger(__name__)


class Emergencies:
    """Answers a message with a red flag.

    Args:
        agent: Remembers the turn.
        services: The pharmacy's services.
        metrics: What is counted.
        last: Keeps what could not be saved.
    """

    def __init__(self, agent: RefillAgent, services: Services, metrics: Metrics, last: LastReplies) -> None:
        self._agent = agent
        self._services = services
        self._metrics = metrics
        self._last = last

    async def answer(self, flag: RedFlag, text: str, run: RunContext, lease: TurnLease) -> Answer:
        """Tell whom to call, stop the flow and open an urgent case; the number is told even if nothing is stored."""
        self._note_beside(flag, run)
        replies, context = run.flow.replies, run.flow.context
        said = [replies.text(f"emergency_{flag.help}"), replies.text("emergency_stopped")]
        evidence = {"rule": flag.rule}
        run.flow.note(Finding(FindingCode.EMERGENCY, Severity.BLOCK, said[0], Route.PHARMACIST, evidence))
        context.stopped = True
        context.drop_quotes()
        case = self.open_case(flag, context.patient_id, context.session_id, said[0])
        if case is not None:
            run.flow.cases.append(case)
            context.case_id = case.case_id
            run.flow.machine.fire(Trigger.PHARMACIST_NEEDED)
            said.append(replies.text("emergency_case", case_id=case.case_id))
        message = "\n\n".join(said)
        try:
            await self._agent.remember(context.session_id, text, message, run, lease)
        except StoreUnavailableError as error:
            self._last.note_unsaved_emergency(context.session_id)
            log.error("emergency not stored", rule=flag.rule, error_code=error.code)
            return Answer(run, message)
        self._last.saved(context.session_id)
        return Answer(run, message, context.turn)

    def _note_beside(self, flag: RedFlag, run: RunContext) -> None:
        """Keep what is reported beside an emergency, such as the medicine that caused it; the emergency goes first."""
        try:
            take_reports(run.flow)
        except StoreUnavailableError as error:
            log.error("report beside an emergency not stored", rule=flag.rule, error_code=error.code)

    def open_case(self, flag: RedFlag, patient_id: str, session_id: str, told: str) -> EscalationCase | None:
        """Open an urgent case for the pharmacist.

        Args:
            told: What the patient was told.

        Returns:
            The case, or None when it could not be stored; that is logged, and keeps nobody from telling whom to call.
        """
        log.warning("red flag", rule=flag.rule)
        self._metrics.red_flags.labels(flag.rule).inc()
        rule, codes = f"emergency: {flag.rule}", (FindingCode.EMERGENCY,)
        try:
            return self._services.cases.open(patient_id, session_id, Route.PHARMACIST, rule, codes, told, urgent=True)
        except StoreUnavailableError as error:
            log.error("emergency case not stored", rule=flag.rule, error_code=error.code)
            return None
