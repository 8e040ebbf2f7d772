// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Sodium

/// The person's terminal, by `/dev/tty`: never standard input, which may be a pipe.
final class Terminal {
  let descriptor: Int32
  private var typingDepth = 0
  private var beforeTyping = termios()

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
  /// Read byte by byte, because the kernel's own lines are cut at 4095 bytes without a word. Ctrl-C ends the line
  /// instead of the process, so that screen and draft are left in order; arrow keys do nothing.
  /// - Throws: ``Failure/interrupted``; ``Failure/tooLongSecret`` beyond 1 MiB.
  func readLine(_ prompt: String) throws -> String? {
    beginTyping()
    defer { endTyping() }
    write(prompt)
    var bytes: [UInt8] = []
    while let byte = readByte() {
      switch byte {
      case 0x0A, 0x0D:
        write("\n")
        return String(decoding: bytes, as: UTF8.self)
      case Self.interrupt: throw Failure.interrupted
      case 0x04 where bytes.isEmpty: return nil
      case 0x7F, 0x08:
        while let removed = bytes.popLast(), removed & 0xC0 == 0x80 {}
        write("\u{8} \u{8}")
      case 0x15:
        let count = String(decoding: bytes, as: UTF8.self).count
        bytes = []
        write(String(repeating: "\u{8} \u{8}", count: count))
      case 0x1B: skipEscape()
      case 0x09, 0x20...:
        guard bytes.count < 1 << 20 else { throw Failure.tooLongSecret }
        bytes.append(byte == 0x09 ? 0x20 : byte)
        var shown = byte
        _ = Glibc.write(descriptor, &shown, 1)
      default: continue
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps the terminal in the mode of ``readLine(_:)`` until ``endTyping()``: between two lines of a pasted text
  /// nothing may fall into the kernel's own lines.
  func beginTyping() {
    defer { typingDepth += 1 }
    guard typingDepth == 0, tcgetattr(descriptor, &beforeTyping) == 0 else { return }
    TerminalGuard.noteModes(beforeTyping)
    var changed = beforeTyping
    changed.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    tcsetattr(descriptor, TCSADRAIN, &changed)
  }

  func endTyping() {
    typingDepth -= 1
    if typingDepth == 0 {
      tcsetattr(descriptor, TCSADRAIN, &beforeTyping)
      TerminalGuard.noteModes(nil)
    }
  }

  private func readByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let got = read(descriptor, &byte, 1)
      if got == 1 { return byte }
      guard got < 0 && errno == EINTR else { return nil }
    }
  }

  /// An arrow or function key.
  private func skipEscape() {
    guard let first = readByte(), [0x5B, 0x4F].contains(first) else { return }
    while let byte = readByte(), !(0x40...0x7E).contains(byte) {}
  }

  private static let interrupt: UInt8 = 0x03

  /// The alternate screen keeps no scrollback.
  func enterAlternateScreen() {
    TerminalGuard.noteAlternateScreen(true)
    write("\u{1B}[?1049h\u{1B}[2J\u{1B}[H")
  }

  /// Cleared before it is left.
  func leaveAlternateScreen() {
    write(Self.leavingAlternateScreen)
    TerminalGuard.noteAlternateScreen(false)
  }

  static let leavingAlternateScreen = "\u{1B}[2J\u{1B}[3J\u{1B}[H\u{1B}[?1049l"

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
    if typingDepth == 0 { TerminalGuard.noteModes(saved) }
    guard tcsetattr(descriptor, TCSAFLUSH, &raw) == 0 else { throw Failure.noTerminal }
    defer {
      tcsetattr(descriptor, TCSAFLUSH, &saved)
      if typingDepth == 0 { TerminalGuard.noteModes(nil) }
    }
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
