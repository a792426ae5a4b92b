"""Where the built program begins."""

import sys

from onveilig_desktop.app import main

sys.exit(main())
