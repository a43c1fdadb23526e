"""``python -m klartext.cli``."""

import sys

from klartext.cli import main

sys.exit(main())
