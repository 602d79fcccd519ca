"""Wakes what is due, and keeps the outbox moving. It must not know the messenger, nor SQL."""
