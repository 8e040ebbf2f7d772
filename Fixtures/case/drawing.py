# SPDX-License-Identifier: Apache-2.0
"""A picture in memory, and what is drawn on it."""

from __future__ import annotations

from letters import ACCENTS, GLYPHS

Colour = tuple[int, int, int]


class Picture:
    """Rows of red, green and blue octets."""

    def __init__(self, width: int, height: int, paper: Colour) -> None:
        self.width, self.height = width, height
        self.octets = bytearray(bytes(paper) * (width * height))

    def box(self, left: int, top: int, right: int, bottom: int, colour: Colour) -> None:
        left, right = max(left, 0), min(right, self.width)
        row = bytes(colour) * max(right - left, 0)
        for y in range(max(top, 0), min(bottom, self.height)):
            start = (y * self.width + left) * 3
            self.octets[start : start + len(row)] = row

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        for down in range(-radius, radius + 1):
            half = int((radius * radius - down * down) ** 0.5)
            self.box(x - half, y + down, x + half + 1, y + down + 1, colour)

    def line(self, start: tuple[int, int], end: tuple[int, int], width: int, colour: Colour) -> None:
        (x, y), (to_x, to_y) = start, end
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            left, top = x + (to_x - x) * step // steps, y + (to_y - y) * step // steps
            self.box(left, top, left + width, top + width, colour)

    def words(self, text: str, x: int, y: int, size: int, colour: Colour) -> None:
        """Small letters, digits and the accents of French; `size` pixels for each dot."""
        for letter in text:
            base, accent = ACCENTS.get(letter, (letter, ""))
            for dots, top in ((GLYPHS[base], 2), (GLYPHS[accent] if accent else (), 1)):
                for row, line in enumerate(dots, start=top):
                    for column, dot in enumerate(line):
                        if dot == "#":
                            left, upper = x + column * size, y + row * size
                            self.box(left, upper, left + size, upper + size, colour)
            x += 6 * size

    def grain(self, depth: int) -> None:
        """What a sensor adds in poor light; the same at every run."""
        state = 1
        for at in range(0, len(self.octets), 3):
            state = (state * 1103515245 + 12345) % (1 << 31)
            change = (state >> 16) % (2 * depth + 1) - depth
            for octet in range(at, at + 3):
                self.octets[octet] = min(255, max(0, self.octets[octet] + change))
