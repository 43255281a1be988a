"""`python -m engine.cli` is the command line."""

import sys

from engine.cli.app import run
from engine.cli.output import speak_utf8

speak_utf8()
sys.exit(run(sys.argv[1:]))
