"""The report on a case, on paper."""
