"""Run the program with ``python -m onveilig_desktop``."""

import sys

from onveilig_desktop.app import main

sys.exit(main())
