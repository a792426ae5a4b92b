"""Where the built program begins."""

import os
import sys
from pathlib import Path

from onveilig_desktop.app import main

# what its binding tells Qt is cut off at a comma in the name of a folder
qt = Path(__file__).parent / "PySide6" / ("" if sys.platform == "win32" else "Qt")
os.environ["QT_PLUGIN_PATH"] = str(qt / "plugins")

sys.exit(main())
