# SPDX-License-Identifier: Apache-2.0
"""A voice that says nothing: a tone that rises and falls by syllables."""

from __future__ import annotations

import io
import struct
import wave

RATE = 8000


def voice(seconds: int) -> bytes:
    """WAV, one channel of sixteen bits."""
    samples = []
    phase = 0
    for index in range(seconds * RATE):
        syllable, place = divmod(index, RATE // 5)
        pitch = 110 + 20 * (syllable * 7 % 5)
        phase = (phase + pitch * 65536 // RATE) % 65536
        # Silent at both ends of a syllable, and now and then for a whole one.
        loudness = 0 if syllable % 6 == 5 else min(place, RATE // 5 - place)
        saw, edge = phase - 32768, 2 * abs(phase - 32768) - 32768
        samples.append((saw + edge) // 4 * loudness // (RATE // 10))
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()
