"""What a person meets in a real browser, on a disk and on the web."""
