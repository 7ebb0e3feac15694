"""Units without servers: all neighbours answer in memory, and the clock is handed in."""
