// SPDX-License-Identifier: Apache-2.0
internal import CoreMetrics

/// What the server counts. No dimension names a vault, a device or an address.
final class ServerMetrics: Sendable {
  private let exposition = Exposition()
  private let durations: Timer
  private let received: Counter
  private let sent: Counter
  private let open: Meter

  init() {
    durations = Timer(label: "memo_request_seconds", factory: exposition)
    received = Counter(label: "memo_received_bytes_total", factory: exposition)
    sent = Counter(label: "memo_sent_bytes_total", factory: exposition)
    open = Meter(label: "memo_requests_in_progress", factory: exposition)
  }

  func begin() { open.increment() }

  func end(endpoint: String, status: Int, seconds: Double, received: Int, sent: Int) {
    open.decrement()
    let kind = [("endpoint", endpoint), ("status", "\(status)")]
    Counter(label: "memo_requests_total", dimensions: kind, factory: exposition).increment()
    durations.recordSeconds(seconds)
    self.received.increment(by: received)
    self.sent.increment(by: sent)
  }

  /// The text exposition format, version 0.0.4.
  var text: String { exposition.text }
}
