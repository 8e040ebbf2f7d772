# SPDX-License-Identifier: Apache-2.0
"""PNG, eight bits a channel, no filter."""

from __future__ import annotations

import struct
import zlib

from drawing import Picture


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(picture: Picture, **texts: str) -> bytes:
    """`texts` are written as `tEXt` chunks, such as the name of the program that made it."""
    stride = picture.width * 3
    rows = b"".join(
        b"\0" + picture.octets[start : start + stride]
        for start in range(0, len(picture.octets), stride)
    )
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    notes = [_chunk(b"tEXt", f"{key}\0{value}".encode("latin-1")) for key, value in texts.items()]
    chunks = [_chunk(b"IHDR", head), *notes, _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
