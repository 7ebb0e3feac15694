"""Content automation: a chat message in, a post in the tenant's own WordPress out.

Read ``service.py`` first: it is the table of contents. Nothing here knows Kubernetes; all it needs
is a folder, a file or an environment variable (``config.py``).
"""
