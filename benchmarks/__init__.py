"""Measurements: run by hand, compared as ratios, never part of the tests."""
