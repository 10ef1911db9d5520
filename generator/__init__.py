"""Plans and materials of legal dissemination in Viet Nam, made into a public website."""
