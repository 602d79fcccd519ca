"""Benchmarks: one file per claim, each against named peers in the same run.

`python -m bench.steps` runs one, `make bench` all of them and writes `results.md`.
"""
