"""Where the pages are found. No address holds an id of a patient, a conversation or an order."""

HOME = ""
CHAT = "chat"
ORDERS = "orders"
MEDICINES = "medicines"
PREFERENCES = "preferences"
QUEUE = "queue"
CASE = "case"
ORDER_WORK = "order-work"
INSIGHTS = "insights"
WORKFLOW = "workflow"

PAGES = (HOME, CHAT, ORDERS, MEDICINES, PREFERENCES, QUEUE, CASE, ORDER_WORK, INSIGHTS, WORKFLOW)
"""Every address; which of them a visitor is shown depends on who they are (`rxflow.ui.navigation`)."""
