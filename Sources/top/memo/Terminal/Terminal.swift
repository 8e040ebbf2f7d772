// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Sodium

/// The person's terminal, by `/dev/tty`: never standard input, which may be a pipe.
final class Terminal {
  let descriptor: Int32

  /// `nil` when there is none.
  init?() {
    descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      guard count > 0 else { return }
      offset += count
    }
  }

  func write(_ secret: SecretBytes) {
    secret.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// A line, without echo, straight into guarded memory.
  ///
  /// Signals from the keyboard are taken as bytes meanwhile, so that Ctrl-C too leaves the terminal as it
  /// was.
  func readSecret(_ prompt: String, limit: Int = 1024) throws -> SecretBytes {
    try withRawInput {
      // After the echo is off: whoever types fast must not be echoed.
      write(prompt)
      defer { write("\n") }
      var count = 0
      let whole = try SecretBytes(count: limit) { buffer in
        count = try readLine(into: buffer)
      }
      return try whole.slice(0..<count)
    }
  }

  /// A line with echo; `nil` at the end of input.
  ///
  /// Ctrl-C ends the line instead of the process, so that screen and draft are left in order.
  /// - Throws: ``Failure/interrupted``.
  func readLine(_ prompt: String) throws -> String? {
    var saved = termios()
    let isTerminal = tcgetattr(descriptor, &saved) == 0
    var changed = saved
    changed.c_lflag &= ~tcflag_t(ISIG)
    changed.c_cc.11 = Self.interrupt  // VEOL
    if isTerminal { tcsetattr(descriptor, TCSADRAIN, &changed) }
    defer { if isTerminal { tcsetattr(descriptor, TCSADRAIN, &saved) } }
    write(prompt)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) == 1 {
      switch byte {
      case 0x0A: return String(decoding: bytes, as: UTF8.self)
      case Self.interrupt: throw Failure.interrupted
      default: bytes.append(byte)
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static let interrupt: UInt8 = 0x03

  /// The alternate screen keeps no scrollback.
  func enterAlternateScreen() { write("\u{1B}[?1049h\u{1B}[2J\u{1B}[H") }

  /// Cleared before it is left.
  func leaveAlternateScreen() { write("\u{1B}[2J\u{1B}[3J\u{1B}[H\u{1B}[?1049l") }

  /// Runs `body` on the alternate screen.
  func onAlternateScreen<Result>(_ body: () throws -> Result) rethrows -> Result {
    enterAlternateScreen()
    defer { leaveAlternateScreen() }
    return try body()
  }

  private func readLine(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = 0
    while true {
      var byte: UInt8 = 0
      let got = read(descriptor, &byte, 1)
      if got < 0 && errno == EINTR { continue }
      guard got == 1 else { throw Failure.interrupted }
      switch byte {
      case 0x0A, 0x0D: return count
      case 0x03,
        0x04 where count == 0, 0x1C, 0x1A:
        throw Failure.interrupted
      case 0x7F, 0x08:
        // One whole UTF-8 character.
        while count > 0 {
          count -= 1
          let removed = buffer[count]
          buffer[count] = 0
          if removed & 0xC0 != 0x80 { break }
        }
      case 0x15:
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        count = 0
      default:
        guard count < buffer.count else { throw Failure.tooLongSecret }
        buffer[count] = byte
        count += 1
      }
    }
  }

  private func withRawInput<Result>(_ body: () throws -> Result) throws -> Result {
    var saved = termios()
    guard tcgetattr(descriptor, &saved) == 0 else { throw Failure.noTerminal }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    guard tcsetattr(descriptor, TCSAFLUSH, &raw) == 0 else { throw Failure.noTerminal }
    defer { tcsetattr(descriptor, TCSAFLUSH, &saved) }
    return try body()
  }
}

extension Failure {
  static var interrupted: Failure {
    Failure(.other, "interrupted", words.interrupted)
  }

  static var tooLongSecret: Failure {
    Failure(.usage, "passphrase", words.tooLong)
  }

  static var noTerminal: Failure {
    Failure(
      .usage, "no-terminal",
      words.thereNoTerminalAsk,
      words.givePassphraseFileFile)
  }
}
