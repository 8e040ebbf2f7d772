// SPDX-License-Identifier: Apache-2.0

/// English, complete: what is missing here does not compile.
struct English: Sendable {}
