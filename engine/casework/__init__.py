"""Cases: new, open, info, verify, recent."""
