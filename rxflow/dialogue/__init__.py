"""Understanding a patient's words without a network."""
