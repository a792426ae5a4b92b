"""The program on a computer with a printer.

Few machines that run tests have one. The one that writes a file is always there, and its
dialog is the same; the program itself does not offer it.
"""

import sys

from onveilig_desktop import app
from onveilig_desktop.ui import printing

_of_the_program = printing.print_dialog


def print_dialog(printer, parent):
    asking = _of_the_program(printer, parent)
    asking.setOption(asking.PrintDialogOption.PrintToFile)
    return asking


if __name__ == "__main__":
    printing.has_printers = lambda: True
    printing.print_dialog = print_dialog
    sys.exit(app.main())
