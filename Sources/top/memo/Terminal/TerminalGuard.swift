// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// Puts the terminal in order when a signal ends the process: a closed window or a `kill` must leave neither
/// what was shown on the other screen, nor a terminal that echoes nothing.
enum TerminalGuard {
  private struct State {
    /// As they were before something was asked.
    var modes: termios?
    var isOnAlternateScreen = false
  }

  private static let state = Mutex(State())
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// The first act of `main`, which keeps what it gets for as long as it runs. What is done on a signal runs on a
  /// queue as ordinary code, not in a signal handler.
  static func install() -> [any DispatchSourceSignal] {
    signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { end(with: signal) }
      source.resume()
      return source
    }
  }

  private static func end(with signal: Int32) {
    restore()
    // It ends the process as it would have.
    Glibc.signal(signal, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), signal)
  }

  static func noteModes(_ modes: termios?) { state.withLock { $0.modes = modes } }

  static func noteAlternateScreen(_ isOn: Bool) {
    state.withLock { $0.isOnAlternateScreen = isOn }
  }

  private static func restore() {
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    state.withLock { state in
      if state.isOnAlternateScreen {
        let bytes = Array(Terminal.leavingAlternateScreen.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
      }
      if var modes = state.modes { tcsetattr(descriptor, TCSANOW, &modes) }
    }
  }
}
