"""What is walked on a site; each module is one concern, each function a few checks that print a line each."""
