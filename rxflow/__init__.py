"""RxFlow: a conversational pharmacy-refill assistant. The model proposes, the machine decides."""

__version__ = "0.1.0"
