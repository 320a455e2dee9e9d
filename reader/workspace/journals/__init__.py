"""Journals: reading all writers', writing one's own, a sum of them, and what is new in them."""
