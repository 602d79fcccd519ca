"""Measurements: one file a claim, each printing what was measured in this run."""
