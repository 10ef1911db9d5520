"""What is true of written Vietnamese: folding, sorting, times, numbers and names."""
