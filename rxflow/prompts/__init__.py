"""The brief that models see and the words that patients are told."""
