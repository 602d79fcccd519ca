"""Peers: small bots that do what ours does, written as their communities write them.

They run in an environment of their own (`bench/.venv`) and know nothing of the product. The same
messages, the same keyboards, the same calls; those with a database commit before they answer.
"""
