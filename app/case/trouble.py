"""What can go wrong while a case is read."""

import sqlite3

from app.engine_words import say_in_language
from app.translate import tr
from engine.errors import EngineError

TROUBLE = (EngineError, OSError, sqlite3.Error)  # the last two: the drive that holds the case has gone


def say_trouble(error: Exception) -> str:
    """Return the sentence for the user."""
    if isinstance(error, EngineError):
        return say_in_language(str(error))
    return tr("The case cannot be read ({reason}); check the drive that holds it, and open the case again.").format(
        reason=error
    )
