// SPDX-License-Identifier: Apache-2.0

/// Who wrote the words of an entry.
public enum WrittenBy: String, CaseIterable, Sendable {
  case themself = "self"
  case helped
  case relative
}
