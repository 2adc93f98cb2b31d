"""The assistant's tools: fifteen look-ups, six actions and a search of sources, thin over services and the case."""
