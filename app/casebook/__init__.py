"""The page of the case itself: what it is about, its log, its reports and exports."""
