"""Spoilt copies of job documents: each gets an answer or a clear error, in time."""
