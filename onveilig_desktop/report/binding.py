"""Tagged PDFs bound into one: pages, structure and bookmarks go on where the last one ended."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from onveilig_desktop.report.structure import Lightener

if TYPE_CHECKING:  # late: only who makes a summary needs it
    import pikepdf


class Binding:
    """Begins with a whole document, and takes in its later parts one by one.

    Each part is let go of once it is in, so that many hundreds of pages need little memory.
    """

    def __init__(self, whole: bytes) -> None:
        import pikepdf

        self._pdf = pikepdf.open(BytesIO(whole))
        structure = self._pdf.Root.StructTreeRoot
        self._document = structure.K[0]
        self._parents = structure.ParentTree.Nums
        self._lightener = Lightener()
        self._paper = self._pdf.pages[0].obj.MediaBox
        self._marks = _Bookmarks(self._pdf)
        # a flag that readers take for a list, and that says nothing: nothing is suspect
        del self._pdf.Root.MarkInfo.Suspects
        self._stamp = self._pdf.make_stream(b"/Artifact BMC q /Foot Do Q EMC")

    @property
    def pages(self) -> int:
        """How many pages there are by now."""
        return len(self._pdf.pages)

    def add(self, part: bytes, levels: Sequence[int]) -> None:
        """Bind *part* in; *levels* are those of its bookmarks, one after the other."""
        import pikepdf

        with pikepdf.open(BytesIO(part)) as added:
            before = self.pages
            self._pdf.pages.extend(added.pages)
            for number in range(before, self.pages):
                page = self._pdf.pages[number].obj
                page.StructParents = number
                page.Tabs = pikepdf.Name.S
                page.MediaBox = self._paper
            structure = self._pdf.copy_foreign(added.Root.StructTreeRoot)
            section = structure.K[0]
            section.S = pikepdf.Name.Sect
            section.P = self._document
            self._lightener.lighten(section)
            self._document.K.append(section)
            for number, parent in enumerate(structure.ParentTree.Nums):
                self._parents.append(parent if number % 2 else int(parent) + before)
            self._pdf.Root.StructTreeRoot.ParentTreeNextKey = self.pages
            if levels:
                self._marks.add(self._pdf.copy_foreign(added.Root.Outlines), levels)

    def finish(self, feet: Iterable[bytes]) -> bytes:
        """Return all of it, with a foot from *feet* on each page; the same bytes each time.

        What stands at a foot is no part of the text: an artifact. Feet of pages that are not
        there are left over.
        """
        import pikepdf

        # the feet first: who makes them tidies up after the last one
        for foot, page in zip(_pages(feet), self._pdf.pages, strict=False):
            self._put(foot, page)
        made = BytesIO()
        objects = pikepdf.ObjectStreamMode.generate
        self._pdf.save(made, deterministic_id=True, object_stream_mode=objects)
        self._pdf.close()
        return made.getvalue()

    def _put(self, foot: "pikepdf.Page", page: Any) -> None:
        import pikepdf

        # pages may share what they use; a foot is of one page alone
        used = pikepdf.Dictionary(page.obj.Resources)
        drawn: Any = used.get("/XObject", {})
        used.XObject = pikepdf.Dictionary(drawn)
        form = foot.as_form_xobject()
        form.Resources = foot.obj.Resources  # in common with the feet that were set beside it
        used.XObject.Foot = self._pdf.copy_foreign(form)
        used.XObject.Foot.BBox = self._paper
        page.obj.Resources = used
        page.obj.Contents = pikepdf.Array([page.obj.Contents, self._stamp])


def with_foot(part: bytes, number: int, foot: bytes) -> bytes:
    """Return one page of *part*, counted from nothing, on its *foot*: to be looked at alone."""
    import pikepdf

    with pikepdf.open(BytesIO(part)) as whole, pikepdf.open(BytesIO(foot)) as seen:
        seen.pages[0].add_overlay(whole.pages[number], None)
        made = BytesIO()
        seen.save(made)
        return made.getvalue()


def _pages(parts: Iterable[bytes]) -> Iterator["pikepdf.Page"]:
    import pikepdf

    for part in parts:
        with pikepdf.open(BytesIO(part)) as drawn:
            yield from drawn.pages


class _Bookmarks:
    """The bookmarks of a document, and where the next one comes."""

    def __init__(self, pdf: "pikepdf.Pdf") -> None:
        self._above = [pdf.Root.Outlines]
        """The last bookmark of each level, from the root on."""

    def add(self, outlines: Any, levels: Sequence[int]) -> None:
        for mark, level in zip(list(_flat(outlines)), levels, strict=True):
            del self._above[level:]
            self._link(mark, self._above[-1])
            self._above += [mark] * (level + 1 - len(self._above))

    @staticmethod
    def _link(mark: Any, above: Any) -> None:
        for key in ("/First", "/Last", "/Next", "/Prev", "/Count"):
            if key in mark:
                del mark[key]
        mark.Parent = above
        if "/Last" in above:
            mark.Prev = above.Last
            above.Last.Next = mark
        else:
            above.First = mark
        above.Last = mark
        more = 1 if "/Parent" not in above else -1  # a closed one counts with a minus
        above.Count = int(above.get("/Count", 0)) + more


def _flat(above: Any) -> Iterator[Any]:
    """Return the bookmarks under *above* in reading order."""
    mark = above.get("/First")
    while mark is not None:
        following = mark.get("/Next")
        yield mark
        yield from _flat(mark)
        mark = following
