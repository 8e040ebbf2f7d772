# SPDX-License-Identifier: Apache-2.0
"""Exif: which device, when, where. Big-endian TIFF with three directories."""

from __future__ import annotations

import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    tag: int
    kind: int
    count: int
    octets: bytes


def text(tag: int, value: str) -> Field:
    octets = value.encode("ascii") + b"\0"
    return Field(tag, 2, len(octets), octets)


def octet(tag: int, *values: int) -> Field:
    return Field(tag, 1, len(values), bytes(values))


def long(tag: int, value: int) -> Field:
    return Field(tag, 4, 1, struct.pack(">I", value))


def ratios(tag: int, *values: tuple[int, int]) -> Field:
    return Field(tag, 5, len(values), b"".join(struct.pack(">II", *value) for value in values))


def _directory(fields: list[Field], offset: int) -> bytes:
    """As it stands at `offset`: its entries, then the values that do not fit in four octets."""
    entries, values = b"", b""
    after = offset + 2 + 12 * len(fields) + 4
    for field in sorted(fields, key=lambda field: field.tag):
        if len(field.octets) <= 4:
            value = field.octets.ljust(4, b"\0")
        else:
            value = struct.pack(">I", after + len(values))
            values += field.octets + b"\0" * (len(field.octets) % 2)
        entries += struct.pack(">HHI", field.tag, field.kind, field.count) + value
    return struct.pack(">H", len(fields)) + entries + struct.pack(">I", 0) + values


def exif(
    make: str, model: str, moment: str, place: tuple[tuple[int, int, int], tuple[int, int, int]]
) -> bytes:
    """`moment` as `YYYY:MM:DD hh:mm:ss`; `place` north and west, in degrees, minutes and seconds."""
    north, west = (tuple((part, 1) for part in side) for side in place)
    taken = [text(0x9003, moment), text(0x9004, moment), text(0x9011, "+01:00")]
    spot = [
        octet(0, 2, 3, 0, 0),
        text(1, "N"),
        ratios(2, *north),
        text(3, "W"),
        ratios(4, *west),
    ]

    def main(taken_at: int, spot_at: int) -> bytes:
        own = [text(0x010F, make), text(0x0110, model), text(0x0132, moment)]
        return _directory([*own, long(0x8769, taken_at), long(0x8825, spot_at)], 8)

    taken_at = 8 + len(main(0, 0))
    spot_at = taken_at + len(_directory(taken, taken_at))
    parts = [main(taken_at, spot_at), _directory(taken, taken_at), _directory(spot, spot_at)]
    return b"Exif\0\0" + b"MM\0*" + struct.pack(">I", 8) + b"".join(parts)
