"""What is tried; each function is given the scene and the report."""
