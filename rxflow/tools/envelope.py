"""How every tool is made: typed arguments, one result envelope, and a mark that says whether it reads or writes."""

import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

from langchain.tools import ToolRuntime, tool
from langchain_core.tools import BaseTool
from pydantic import Field

from rxflow.domain.errors import RxFlowError, StoreUnavailableError
from rxflow.workflow.run_context import RunContext

Runtime = ToolRuntime[RunContext]
MAX_WORDS = 300

Words = Annotated[str, Field(min_length=1, max_length=MAX_WORDS)]
Medication = Annotated[
    str | None,
    Field(default=None, max_length=MAX_WORDS, description="The patient's words for the medicine, or its Rx number."),
]
PharmacyWords = Annotated[
    str | None, Field(default=None, max_length=MAX_WORDS, description="The patient's words for a pharmacy.")
]


class Category(StrEnum):
    PATIENT = "patient"
    RXNORM = "rxnorm"
    PHARMACY = "pharmacy"
    COST = "cost"
    ORDER = "order"
    CLINICAL = "clinical"
    ACTION = "action"


class Access(StrEnum):
    """A READ changes nothing and is always allowed; a WRITE is checked against the state in code."""

    READ = "read"
    WRITE = "write"


def refill_tool(category: Category, access: Access, source: str) -> Callable[[Callable[..., Any]], BaseTool]:
    """Make a LangChain tool of a function that takes a `runtime` and returns data.

    The tool answers `{"success": true, "data", "source"}`; an expected error (an `RxFlowError`) becomes
    `{"success": false, "error", "code", "source"}`, which a model can use. A store
    that cannot be used ends the turn, and anything else is a bug: both are raised.

    Args:
        category: The group it is listed in.
        access: Whether it reads or writes.
        source: Where its data comes from.
    """

    def make(function: Callable[..., Any]) -> BaseTool:
        @functools.wraps(function)
        async def run(*args: Any, **kwargs: Any) -> dict[str, Any]:
            try:
                data = function(*args, **kwargs)
            except StoreUnavailableError:
                raise
            except RxFlowError as error:
                return {"success": False, "error": str(error), "code": error.code, "source": source, **error.details}
            return {"success": True, "data": data, "source": source}

        made = tool(run)
        made.description = inspect.cleandoc(function.__doc__ or "")
        made.metadata = {"category": category, "access": access, "source": source}
        return made

    return make
