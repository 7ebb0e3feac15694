"""The service as a process of its own, between stubs on loopback."""
