"""Neighbours of the service on loopback: sign-on, language model, WordPress.

Each starts alone with `python -m`.
"""
