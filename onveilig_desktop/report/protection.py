"""A password on a PDF: AES-256, by the standard of ISO 32000-2."""

from io import BytesIO


def protected(pdf: bytes, password: str) -> bytes:
    """Return *pdf* so that only who knows *password* can open it.

    Nothing about it can be read without, its metadata included. It is another file each
    time, as the key in it is drawn anew.
    """
    import pikepdf  # late: only who wants a password needs it

    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        lock = pikepdf.Encryption(owner=password, user=password, R=6, metadata=True)
        document.save(made, encryption=lock)
    return made.getvalue()
