"""What PDF/UA-1 asks of a file and a program can see, looked up in the file itself.

It is not a validator: what a person has to judge, such as whether an alternative is a good
one, is not in here. The numbers are those of the Matterhorn Protocol.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_PAINTS = {"TJ", "Tj", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
_HEADING = re.compile(r"/H(\d)")


def flaws(pdf: bytes) -> list[str]:
    """Return in a few words each what is not as it should be; nothing when all is well."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            *_of_document(document),
            *_of_structure(document),
            *_of_pages(document),
            *_of_fonts(document),
        ]


def _of_document(document) -> Iterator[str]:
    root = document.Root
    told = bytes(root.Metadata.read_bytes())
    should = {
        "06-002 does not say that it is PDF/UA-1": b"<pdfuaid:part>1</pdfuaid:part>" in told,
        "06-003 has no title": b"<dc:title>" in told and str(document.docinfo.Title),
        "07-001 shows its name in place of its title": root.ViewerPreferences.DisplayDocTitle,
        "02 is not tagged": root.MarkInfo.Marked,
        "02-004 calls itself suspect": not root.MarkInfo.get("/Suspects", False),
        "11-006 has no language": re.fullmatch("nl|en", str(root.Lang)),
    }
    yield from (flaw for flaw, is_well in should.items() if not is_well)


def _elements(above) -> Iterator:
    for element in above.K:
        if isinstance(element, pikepdf.Dictionary):
            yield element, above
            if "/K" in element:
                yield from _elements(element)


def _of_structure(document) -> Iterator[str]:
    level = 0
    for element, above in _elements(document.Root.StructTreeRoot):
        kind = str(element.S)
        if element.P.objgen != above.objgen:
            yield f"{kind} stands under another than it says"
        if kind == "/Figure" and not str(element.get("/Alt", "")):
            yield "13-004 a figure has no alternative"
        if kind == "/TH" and not ("/K" in element and len(element.K)):
            yield "15 a column has no name"
        heading = _HEADING.fullmatch(kind)
        if heading is not None:
            if int(heading[1]) > level + 1:
                yield f"14-003 a heading of level {heading[1]} follows one of {level}"
            level = int(heading[1])
    if not level:
        yield "14 there is no heading"


def _marks_by_page(document) -> dict:
    """Return for each page, by its object, which element holds which of its marks."""
    held: dict = {}
    for element, _above in _elements(document.Root.StructTreeRoot):
        for kid in element.get("/K", ()):
            if not isinstance(kid, pikepdf.Dictionary):
                held.setdefault(element.Pg.objgen, {})[int(kid)] = element.objgen
    return held


def _of_pages(document) -> Iterator[str]:
    held = _marks_by_page(document)
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for number, page in enumerate(document.pages, 1):
        told = {mark: each.objgen for mark, each in enumerate(parents[int(page.obj.StructParents)])}
        if page.obj.get("/Tabs") != "/S":
            yield f"09 page {number} has its fields in no order"
        if told != held.get(page.obj.objgen, {}):
            yield f"page {number} is told to belong to others than hold it"
        yield from _of_content(page, f"page {number}", set(told))
    if len(parents) != len(document.pages):
        yield "the pages and the elements on them are not as many"


def _of_content(page, where: str, told: set) -> Iterator[str]:
    within: list = []
    shown = set()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BMC":
            within.append(str(operands[0]))
        elif name == "BDC":
            within.append(str(operands[0]))
            shown |= {int(operands[1].MCID)} if "/MCID" in operands[1] else set()
        elif name == "EMC":
            within.pop()
        elif name in _PAINTS and not within:
            yield f"01-005 {where} paints something that is neither text nor decoration"
    if shown != told:
        yield f"{where} shows other marks than it is told to have"


def _of_fonts(document) -> Iterator[str]:
    for font in document.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font":
            name = str(font.get("/BaseFont"))
            if font.Subtype == "/Type0" and "/ToUnicode" not in font:
                yield f"10-001 {name} does not say which letters it has"
            for part in font.get("/DescendantFonts", ()):
                if "/FontFile2" not in part.FontDescriptor:
                    yield f"31-009 {name} is not in the file"
