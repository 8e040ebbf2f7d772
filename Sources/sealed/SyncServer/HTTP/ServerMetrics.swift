// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// Counters as Prometheus reads them. No label names a vault, a device or an address.
final class ServerMetrics: Sendable {
  private struct Kind: Hashable {
    let endpoint: String
    let status: Int
  }

  private struct Counts {
    var requests: [Kind: Int] = [:]
    /// Per upper bound of ``bounds``, and one beyond them all.
    var durations = [Int](repeating: 0, count: ServerMetrics.bounds.count + 1)
    var seconds = 0.0
    var received = 0
    var sent = 0
    var open = 0
  }

  private static let bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]
  private let counts = Mutex(Counts())

  func begin() { counts.withLock { $0.open += 1 } }

  func end(endpoint: String, status: Int, seconds: Double, received: Int, sent: Int) {
    counts.withLock { counts in
      counts.open -= 1
      counts.requests[Kind(endpoint: endpoint, status: status), default: 0] += 1
      let bound = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
      counts.durations[bound] += 1
      counts.seconds += seconds
      counts.received += received
      counts.sent += sent
    }
  }

  /// The text exposition format, version 0.0.4.
  var text: String {
    let counts = counts.withLock(\.self)
    var lines = ["# TYPE memo_requests_total counter"]
    for (kind, count) in counts.requests.sorted(by: {
      ($0.key.endpoint, $0.key.status) < ($1.key.endpoint, $1.key.status)
    }) {
      lines.append(
        "memo_requests_total{endpoint=\"\(kind.endpoint)\",status=\"\(kind.status)\"} \(count)")
    }
    lines.append("# TYPE memo_request_seconds histogram")
    var total = 0
    for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], counts.durations) {
      total += count
      lines.append("memo_request_seconds_bucket{le=\"\(bound)\"} \(total)")
    }
    lines.append("memo_request_seconds_sum \(counts.seconds)")
    lines.append("memo_request_seconds_count \(total)")
    for (name, type, value) in [
      ("memo_received_bytes_total", "counter", counts.received),
      ("memo_sent_bytes_total", "counter", counts.sent),
      ("memo_requests_in_progress", "gauge", counts.open),
    ] {
      lines += ["# TYPE \(name) \(type)", "\(name) \(value)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
