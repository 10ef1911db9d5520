"""From an agency's document as it comes to drafts of records."""

TABLE_NAMES = ("organisations", "practitioners", "procedures", "rosters")  # kinds kept in tables
