"""The day for which a site is made: that of the environment, else that of the clock."""

import os
from datetime import UTC, date, datetime


def day_of_environment() -> date:
    """The day of SOURCE_DATE_EPOCH where a reproducible build sets it, else of the clock."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    known = seconds.isascii() and seconds.isdigit()
    return datetime.fromtimestamp(int(seconds), UTC).date() if known else date.today()
