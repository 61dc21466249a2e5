"""The evaluation and the scripts are programs, not packages: their folders go on the path."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in ("evaluation", "scripts"):
    sys.path.insert(0, str(ROOT / folder))
