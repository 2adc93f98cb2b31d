"""What patients say of replies, read and written through one connection of the store."""

from sqlalchemy import delete, insert

from rxflow.domain.rating import Rating
from rxflow.persistence.rating_tables import TURN_RATINGS
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction

SEALED_RATINGS = SealedTable(TURN_RATINGS, Rating, key=("session_id", "number"), refs={})


class RatingRepository:
    """The table of ratings within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, rating: Rating) -> None:
        """Write what is said of a turn, in place of what was said of it before."""
        is_it = (TURN_RATINGS.c.session_id == rating.session_id, TURN_RATINGS.c.number == rating.number)
        self._tx.execute(delete(TURN_RATINGS).where(*is_it))
        self._tx.execute(insert(TURN_RATINGS), SEALED_RATINGS.row(rating, self._tx))

    def of_turn(self, session_id: str, number: int) -> Rating | None:
        """What is said of one turn, if anything."""
        statement = SEALED_RATINGS.select().where(
            TURN_RATINGS.c.session_id == session_id, TURN_RATINGS.c.number == number
        )
        return next(iter(SEALED_RATINGS.all(statement, self._tx)), None)

    def of_session(self, session_id: str) -> tuple[Rating, ...]:
        """What is said of a conversation's turns, oldest turn first."""
        statement = SEALED_RATINGS.select().where(TURN_RATINGS.c.session_id == session_id)
        return SEALED_RATINGS.all(statement.order_by(TURN_RATINGS.c.number), self._tx)

    def remove(self, session_id: str) -> int:
        """Remove what is said of a conversation.

        Returns:
            Of how many turns something was said.
        """
        return self._tx.execute(delete(TURN_RATINGS).where(TURN_RATINGS.c.session_id == session_id)).rowcount
