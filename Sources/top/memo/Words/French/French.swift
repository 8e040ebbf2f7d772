// SPDX-License-Identifier: Apache-2.0

/// French, the language of the people this is made for first.
struct French: Sendable {}
