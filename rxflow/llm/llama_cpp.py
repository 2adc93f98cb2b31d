"""A model of a GGUF file, run in this process by llama.cpp: the one place that imports langchain-community."""

from pathlib import Path
from threading import Lock
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LangSmithParams, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.outputs import ChatResult
from langchain_core.runnables import Runnable

from rxflow.domain.errors import ConfigurationError
from rxflow.llm.streamed_model import bound_like


class OneAtATime(BaseChatModel):
    """A model that must not be asked twice at once, such as one in this process' memory: the second waits.

    A call that is not waited for any more goes on in its thread, and the next waits for that.
    """

    inner: Any
    name_told: str
    lock: Any

    def __init__(self, inner: BaseChatModel, name: str) -> None:
        super().__init__(inner=inner, name_told=name, lock=Lock())

    @property
    def _llm_type(self) -> str:
        return str(self.inner._llm_type)

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        named = self.inner._get_ls_params(stop, **kwargs)
        return LangSmithParams(**{**named, "ls_provider": "llamacpp", "ls_model_name": self.name_told})

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        """Bind tools as the inner model does."""
        return bound_like(self, self.inner.bind_tools(tools, **kwargs))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        with self.lock:
            result: ChatResult = self.inner._generate(messages, stop=stop, **kwargs)
        counted = (result.llm_output or {}).get("token_usage") or {}
        message = result.generations[0].message
        if isinstance(message, AIMessage) and message.usage_metadata is None and counted:
            asked, answered = counted["prompt_tokens"], counted["completion_tokens"]
            message.usage_metadata = UsageMetadata(
                input_tokens=asked, output_tokens=answered, total_tokens=asked + answered
            )
        return result


def open_llama(file: str, *, context_tokens: int, max_output_tokens: int, temperature: float | None) -> BaseChatModel:
    """Load a model.

    Args:
        file: The GGUF file.
        context_tokens: How many tokens a prompt and its answer may have together.
        max_output_tokens: How many an answer may have.
        temperature: How freely it writes; None as llama.cpp does it.

    Raises:
        ConfigurationError: There is no such file, llama.cpp is not installed, or it cannot load the file.
    """
    path = Path(file)
    if not path.is_file() or path.suffix.lower() != ".gguf":
        raise ConfigurationError(
            "RXFLOW_LLM_MODEL: for llamacpp name a GGUF file that is there, such as models/qwen.gguf."
        )
    try:
        import llama_cpp  # type: ignore[import-not-found, unused-ignore]  # noqa: F401
        from langchain_community.chat_models import ChatLlamaCpp  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise ConfigurationError(
            "RXFLOW_LLM_PROVIDER: llamacpp is not installed; run: pip install 'rxflow[llamacpp]'"
        ) from error
    options: dict[str, Any] = {} if temperature is None else {"temperature": temperature}
    try:
        inner = ChatLlamaCpp(
            model_path=str(path),
            n_ctx=context_tokens,
            max_tokens=max_output_tokens,
            # A stream of it has no tool calls.
            streaming=False,
            verbose=False,
            **options,
        )
    except (ValueError, OSError, RuntimeError) as error:
        raise ConfigurationError("RXFLOW_LLM_MODEL: llama.cpp cannot load this file; try another GGUF file.") from error
    return OneAtATime(inner, path.stem)
