"""The engine: everything that Bolo does, without a window."""
