"""The assistant's tools: fifteen look-ups and six actions, thin over services and the case in hand."""
