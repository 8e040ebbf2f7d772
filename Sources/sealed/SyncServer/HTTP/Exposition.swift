// SPDX-License-Identifier: Apache-2.0
internal import CoreMetrics
internal import Synchronization

/// A backend of swift-metrics that keeps everything in this process, and prints it as Prometheus reads it (text exposition
/// format, version 0.0.4). Whoever makes a metric keeps its dimensions few: nothing is ever forgotten.
final class Exposition: MetricsFactory {
  /// One line of its kind, or of a histogram several.
  private protocol Printable: Sendable {
    func lines(_ label: String, _ dimensions: [(String, String)]) -> [String]
  }

  private struct Series {
    let type: String
    let label: String
    let dimensions: [(String, String)]
    let handler: any Printable
  }

  /// By label and dimensions, as they are printed.
  private let series = Mutex<[String: Series]>([:])

  var text: String {
    let all = series.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    var lines: [String] = []
    for label in Set(all.map(\.label)).sorted() {
      let own = all.filter { $0.label == label }
      lines.append("# TYPE \(label) \(own.first?.type ?? "untyped")")
      lines += own.flatMap { $0.handler.lines($0.label, $0.dimensions) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func handler<Handler: Printable>(
    _ type: String, _ label: String, _ dimensions: [(String, String)], _ make: () -> Handler
  ) -> Handler {
    series.withLock { series in
      let name = label + Self.text(of: dimensions)
      if let known = series[name]?.handler as? Handler { return known }
      let made = make()
      series[name] = Series(type: type, label: label, dimensions: dimensions, handler: made)
      return made
    }
  }

  private static func text(of dimensions: [(String, String)]) -> String {
    guard !dimensions.isEmpty else { return "" }
    return "{" + dimensions.map { "\($0)=\"\($1)\"" }.joined(separator: ",") + "}"
  }

  // MARK: MetricsFactory

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    handler("counter", label, dimensions, Count.init)
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    handler("gauge", label, dimensions, Gauge.init)
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    handler("histogram", label, dimensions, Histogram.init)
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    handler("histogram", label, dimensions, Histogram.init)
  }

  // What was counted stays, whoever counted it.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  // MARK: Handlers

  private final class Count: CounterHandler, Printable {
    private let total = Mutex<Int64>(0)

    func increment(by amount: Int64) { total.withLock { $0 = $0.addingSaturated(amount) } }
    func reset() { total.withLock { $0 = 0 } }

    func lines(_ label: String, _ dimensions: [(String, String)]) -> [String] {
      ["\(label)\(Exposition.text(of: dimensions)) \(total.withLock(\.self))"]
    }
  }

  private final class Gauge: MeterHandler, Printable {
    private let value = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }

    func lines(_ label: String, _ dimensions: [(String, String)]) -> [String] {
      ["\(label)\(Exposition.text(of: dimensions)) \(value.withLock(\.self))"]
    }
  }

  /// In seconds, for a timer.
  private final class Histogram: TimerHandler, RecorderHandler, Printable {
    private struct Counts {
      /// Per upper bound, and one beyond them all.
      var buckets = [Int](repeating: 0, count: Histogram.bounds.count + 1)
      var sum = 0.0
    }

    private static let bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]
    private let counts = Mutex(Counts())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
      counts.withLock { counts in
        counts.buckets[Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count] += 1
        counts.sum += value
      }
    }

    func lines(_ label: String, _ dimensions: [(String, String)]) -> [String] {
      let counts = counts.withLock(\.self)
      var total = 0
      var lines: [String] = []
      for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], counts.buckets) {
        total += count
        let dimensions = Exposition.text(of: dimensions + [("le", bound)])
        lines.append("\(label)_bucket\(dimensions) \(total)")
      }
      let dimensions = Exposition.text(of: dimensions)
      return lines + [
        "\(label)_sum\(dimensions) \(counts.sum)", "\(label)_count\(dimensions) \(total)",
      ]
    }
  }
}

extension Int64 {
  fileprivate func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
