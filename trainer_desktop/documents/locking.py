"""A PDF that opens with a password only: AES-256 (ISO 32000-2, 7.6; revision 6), for papers that leave the house on a stick."""

from io import BytesIO


def locked(pdf: bytes, password: str) -> bytes:
    """The same pages under a password; raises ValueError without one."""
    import pikepdf

    if not password:
        raise ValueError("password")
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return out.getvalue()
