"""Elements of structure that take little memory: those of thousands of entries are held at once."""

from typing import Any


class Lightener:
    """Lets the elements of one document have in common what is the same in many of them.

    In memory each number takes some hundred bytes, and a paragraph has one for each of its
    lines. To a reader the file says the same as before.
    """

    def __init__(self) -> None:
        import pikepdf  # late: only who makes a summary needs it

        self._array: Any = pikepdf.Array
        self._held: dict[object, Any] = {}

    def lighten(self, element: Any) -> None:
        """Share what *element* and all below it have; it must belong to that document."""
        for needless in ("/Type", "/T"):  # what it is and is called stands in its kind and text
            if needless in element:
                del element[needless]
        element.S = self._held.setdefault(str(element.S), element.S)
        kids = element.get("/K")
        if not isinstance(kids, self._array):  # a single mark may stand alone
            return
        marks = tuple(kids)
        below = [kid for kid in marks if type(kid) is not int]
        if not below:
            element.K = self._held.setdefault(marks, kids)
        for kid in below:
            if "/S" in kid:  # and no mark on another page
                self.lighten(kid)
