"""Colours, sizes, icons and fonts of the window; nothing else in `app` names one."""
