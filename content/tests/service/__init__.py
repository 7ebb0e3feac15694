"""The service as a process of its own, between stubs on loopback: what its users and its failing neighbours see."""
