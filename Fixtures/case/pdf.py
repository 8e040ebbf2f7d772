# SPDX-License-Identifier: Apache-2.0
"""PDF 1.4 with text in a standard face: what an office program or a scanner's letter would hold, and no more."""

from __future__ import annotations

LEFT, TOP, LEADING = 60, 770, 18


def _string(text: str) -> bytes:
    octets = text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        octets = octets.replace(mark, b"\\" + mark)
    return b"(" + octets + b")"


def _page(lines: list[str]) -> bytes:
    """A line that begins with `#` is a heading."""
    commands = [f"BT {LEFT} {TOP} Td {LEADING} TL".encode("ascii")]
    for line in lines:
        face = b"/F2 15 Tf" if line.startswith("#") else b"/F1 11 Tf"
        commands.append(face + b" " + _string(line.removeprefix("#").strip()) + b" Tj T*")
    return b"\n".join([*commands, b"ET"])


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode("ascii")


def pdf(pages: list[list[str]], title: str, author: str, created: str) -> bytes:
    """`created` as `D:YYYYMMDDhhmmss+01'00'`."""
    first = 6
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode("ascii"),
        b"<< /Title " + _string(title) + b" /Author " + _string(author)
        + b" /CreationDate " + _string(created) + b" >>",
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for index, lines in enumerate(pages):
        stream = _page(lines)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >>"
            + f" /Contents {first + 2 * index + 1} 0 R >>".encode("ascii")
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode("ascii") + stream + b"\nendstream")
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    octets, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(octets))
        octets += f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n"
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(octets)}\n%%EOF\n"
    return octets + (table + end).encode("ascii")
