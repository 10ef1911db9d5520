"""Promises of the project, each kept true by a test."""
