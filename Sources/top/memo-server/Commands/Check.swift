// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncServer

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at every stored object, without any key; exit code 65 when one is damaged.")

  @OptionGroup var store: StoreOptions
  @Flag(help: "One JSON object.") var json = false

  func run() async throws {
    let report = try await StoreCheck(storage: store.open()).run()
    print(json ? report.json : report.text)
    guard report.isClean else { throw ExitCode(OperatorFailure.Code.data.rawValue) }
  }
}

extension CheckReport {
  fileprivate var text: String {
    let lines = [
      "\(vaults) vaults, \(objects) objects, \(bytes) bytes",
      "\(orphanSegments) segments that no log names, \(orphanBytes) bytes",
    ]
    let found = problems.map { "\($0.kind.rawValue): \($0.name)" }
    return (lines + found + [isClean ? "nothing is damaged" : "\(problems.count) problems"])
      .joined(separator: "\n")
  }

  /// Names are of the alphabet of stores, and need no escapes.
  fileprivate var json: String {
    let found = problems.map { "{\"kind\":\"\($0.kind.rawValue)\",\"name\":\"\($0.name)\"}" }
    return """
      {"bytes":\(bytes),"objects":\(objects),"ok":\(isClean),"orphan_bytes":\(orphanBytes),\
      "orphan_segments":\(orphanSegments),"problems":[\(found.joined(separator: ","))],"vaults":\(vaults)}
      """
  }
}
