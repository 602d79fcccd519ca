"""Decides: worksheets, steps, answers, what to ask next. Pure."""
