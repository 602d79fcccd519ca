"""Pictures and papers made of what a client wrote and of the ledger.

Only the worker process imports what draws; everybody else knows the plain data in `pictures.py`.
"""
