# SPDX-License-Identifier: Apache-2.0
"""Baseline JPEG, without subsampling.

All arithmetic is on whole numbers, so that every machine makes the same octets. The Huffman codes are all of one length:
longer files than with codes made for the picture, and no table to carry over from anywhere.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from math import cos, pi

from drawing import Picture

SCALE = 1 << 12
COSINES = [
    [round(SCALE * cos((2 * x + 1) * u * pi / 16) * (0.5 if u else 0.5**1.5)) for x in range(8)]
    for u in range(8)
]
ZIGZAG = sorted(
    range(64), key=lambda i: (i // 8 + i % 8, i % 8 if (i // 8 + i % 8) % 2 == 0 else i // 8)
)
STEPS = [6 + 3 * (i // 8 + i % 8) for i in range(64)]
DC = list(range(12))
AC = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]


class Bits:
    def __init__(self) -> None:
        self.value, self.count, self.octets = 0, 0, bytearray()

    def put(self, value: int, count: int) -> None:
        self.value, self.count = self.value << count | value, self.count + count
        while self.count >= 8:
            self.count -= 8
            octet = self.value >> self.count & 0xFF
            # A stuffed zero parts data from markers.
            self.octets += bytes([octet, 0]) if octet == 0xFF else bytes([octet])
        self.value &= (1 << self.count) - 1

    def number(self, value: int, size: int) -> None:
        self.put(value if value >= 0 else value + (1 << size) - 1, size)


def _planes(picture: Picture) -> list[list[int]]:
    red, green, blue = picture.octets[0::3], picture.octets[1::3], picture.octets[2::3]
    colours = list(zip(red, green, blue))
    return [
        [(299 * r + 587 * g + 114 * b) // 1000 - 128 for r, g, b in colours],
        [(-169 * r - 331 * g + 500 * b) // 1000 for r, g, b in colours],
        [(500 * r - 419 * g - 81 * b) // 1000 for r, g, b in colours],
    ]


@cache
def _frequencies(block: tuple[int, ...]) -> list[int]:
    """Quantised, in zigzag order."""
    rows = [
        [sum(c * v for c, v in zip(wave, block[y : y + 8])) for wave in COSINES]
        for y in range(0, 64, 8)
    ]
    columns = list(zip(*rows))
    flat = [sum(c * v for c, v in zip(wave, column)) for wave in COSINES for column in columns]
    return [_nearest(flat[i], STEPS[i] * SCALE * SCALE) for i in ZIGZAG]


def _nearest(value: int, step: int) -> int:
    size = (abs(value) + step // 2) // step
    return size if value >= 0 else -size


def _blocks(plane: list[int], width: int, height: int) -> Iterator[tuple[int, ...]]:
    for top in range(0, height, 8):
        for left in range(0, width, 8):
            starts = range(top * width + left, (top + 8) * width + left, width)
            yield tuple(value for start in starts for value in plane[start : start + 8])


def _scan(picture: Picture) -> bytes:
    bits, last = Bits(), [0, 0, 0]
    size = (picture.width, picture.height)
    for blocks in zip(*(_blocks(plane, *size) for plane in _planes(picture))):
        for part, block in enumerate(blocks):
            first, *rest = _frequencies(block)
            change, last[part] = first - last[part], first
            length = abs(change).bit_length()
            bits.put(DC.index(length), 4)
            bits.number(change, length)
            _rest(bits, rest)
    bits.put(0x7F, 7)
    return bytes(bits.octets)


def _rest(bits: Bits, values: list[int]) -> None:
    run = 0
    for value in values:
        if value == 0:
            run += 1
            continue
        for _ in range(run // 16):
            bits.put(AC.index(0xF0), 8)
        length = abs(value).bit_length()
        bits.put(AC.index(run % 16 << 4 | length), 8)
        bits.number(value, length)
        run = 0
    if run:
        bits.put(AC.index(0x00), 8)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _codes(place: int, symbols: list[int], length: int) -> bytes:
    counts = [len(symbols) if bits == length else 0 for bits in range(1, 17)]
    return bytes([place, *counts, *symbols])


def jpeg(picture: Picture, exif: bytes) -> bytes:
    """The sides are multiples of eight."""
    frame = struct.pack(">BHHB", 8, picture.height, picture.width, 3)
    parts = [
        b"\xff\xd8",
        _segment(0xE1, exif),
        _segment(0xDB, bytes([0, *(STEPS[i] for i in ZIGZAG)])),
        _segment(0xC0, frame + bytes([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])),
        _segment(0xC4, _codes(0x00, DC, 4) + _codes(0x10, AC, 8)),
        _segment(0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
        _scan(picture),
        b"\xff\xd9",
    ]
    return b"".join(parts)
