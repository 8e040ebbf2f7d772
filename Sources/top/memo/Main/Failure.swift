// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// What went wrong, in the person's language, with a way out; and the exit code (sysexits).
struct Failure: Error {
  enum Code: Int32 {
    case other = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case disk = 74
    case busy = 75
    case permission = 77
  }

  let code: Code
  /// For scripts.
  let word: String
  /// Lower case, no full stop, nothing that the person typed.
  let message: String
  let hint: String?
  /// Shown on the terminal only: the name of a file or field that the person typed.
  var detail: String?
  /// Shown on the terminal only: what the person may have meant by what they typed.
  var proposal: String?

  init(
    _ code: Code, _ word: String, _ message: String, _ hint: String? = nil, detail: String? = nil
  ) {
    self.code = code
    self.word = word
    self.message = message
    self.hint = hint
    self.detail = detail
  }
}
