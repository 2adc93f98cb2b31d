"""The refill workflow: states, consent, the case in hand, the agent and the conversation manager."""
