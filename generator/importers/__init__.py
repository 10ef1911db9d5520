"""From an agency's document as it comes to drafts of records."""
