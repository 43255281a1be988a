"""The figures as pictures; loads matplotlib, so it is imported only where something is drawn."""
