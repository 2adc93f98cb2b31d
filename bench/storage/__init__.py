"""What the store costs: an order, many orders of several processes, and a turn of a conversation."""
