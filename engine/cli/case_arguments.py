"""What the commands that work on a case have in common."""

from pathlib import Path
from typing import Annotated

import typer

Case = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder, by custom NAME.bolo.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
