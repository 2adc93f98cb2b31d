"""Tools as programs use them: registered, listed by category, and run outside a conversation."""

from collections.abc import Iterable, Mapping
from typing import Any

from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool
from langsmith import tracing_context
from pydantic import ValidationError

from rxflow.domain.errors import ToolArgumentError, ToolNotFoundError
from rxflow.tools.envelope import Category, Runtime
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.run_context import RunContext


class ToolManager:
    """Holds the tools that an assistant may use.

    Args:
        tools: The tools to begin with.
    """

    def __init__(self, tools: Iterable[BaseTool] = AVAILABLE_TOOLS) -> None:
        self._tools: dict[str, BaseTool] = {}
        for tool in tools:
            self.register_tool(tool)

    @property
    def tools(self) -> tuple[BaseTool, ...]:
        return tuple(self._tools.values())

    def register_tool(self, tool: BaseTool) -> None:
        """Add a tool.

        Raises:
            ToolArgumentError: Another tool has its name, or its metadata has no category.
        """
        if tool.name in self._tools:
            raise ToolArgumentError(f"A tool named {tool.name} is registered already; give it another name.")
        if "category" not in (tool.metadata or {}):
            raise ToolArgumentError(f"The tool {tool.name} has no category; set metadata['category'].")
        self._tools[tool.name] = tool

    def get_tools_by_category(self, category: Category | str) -> tuple[BaseTool, ...]:
        """The tools of a category, such as `pharmacy`; none for an unknown one."""
        return tuple(tool for tool in self._tools.values() if (tool.metadata or {})["category"] == category)

    async def execute_tool(self, name: str, arguments: Mapping[str, Any], context: RunContext) -> dict[str, Any]:
        """Run a tool for the patient and the case of a context.

        Returns:
            The tool's result envelope.

        Raises:
            ToolNotFoundError: No tool has this name.
            ToolArgumentError: The arguments do not fit; the message names each that does not, without its value.
        """
        tool = self._tools.get(name)
        if tool is None:
            raise ToolNotFoundError(f"There is no such tool. There are: {', '.join(sorted(self._tools))}.")
        if not context.allows(name):
            raise ToolArgumentError(f"{name} is not possible in {context.state}.")
        runtime: Runtime = ToolRuntime(
            state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id="direct", store=None
        )
        try:
            with tracing_context(enabled=False):
                result: dict[str, Any] = await tool.ainvoke({**arguments, "runtime": runtime})
        except ValidationError as error:
            faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
            raise ToolArgumentError(f"The arguments of {name} do not fit: {faults}.") from error
        return result
