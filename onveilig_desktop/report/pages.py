"""The pages of a PDF as pictures: what is shown before it leaves is the file itself."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page as pixels: straight RGBA, rows without padding."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


def page_count(pdf: bytes) -> int:
    """Return how many pages there are."""
    import pypdfium2  # late: only who makes a summary needs it

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, number: int, width: int) -> Page:
    """Draw page *number*, counted from nothing, *width* pixels wide; in memory alone."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        drawn = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        pixels = bytes(drawn.buffer)
        return Page(drawn.width, drawn.height, _packed(pixels, drawn.width, drawn.stride))


def _packed(pixels: bytes, width: int, stride: int) -> bytes:
    if stride == 4 * width:
        return pixels
    return b"".join(pixels[start : start + 4 * width] for start in range(0, len(pixels), stride))
