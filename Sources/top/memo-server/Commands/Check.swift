// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import DurableFiles
import SyncServer
import TransparencyLog

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at every stored object, without any key; exit code 65 when one is damaged.")

  @OptionGroup var store: StoreOptions
  @Option(
    help: ArgumentHelp(
      "The cosigner's key: every head must have its cosignature.", valueName: "FILE"))
  var cosigner: String?
  @Flag(help: "One JSON object.") var json = false

  func run() async throws {
    let storage = try await store.open(makes: false)
    let report = try await StoreCheck(storage: storage, cosigner: try verifier()).run()
    print(json ? report.json : report.text)
    guard report.isClean else { throw ExitCode(OperatorFailure.Code.data.rawValue) }
  }
}

extension Check {
  /// Of the file that was named, else of the one beside an embedded store.
  private func verifier() throws -> CosignatureVerifier? {
    if let path = cosigner ?? Settings().text(.cosigner) {
      return try CosignerFile.read(path).verifier
    }
    guard let path = try store.folder().map({ $0 + "/cosigner.key" }), Files.exists(path) else {
      return nil
    }
    return try CosignerFile.read(path).verifier
  }
}

extension CheckReport {
  fileprivate var text: String {
    let lines = [
      "vaults: \(vaults), objects: \(objects), bytes: \(bytes)",
      "segments that no log names: \(orphanSegments), bytes: \(orphanBytes)",
    ]
    let found = problems.map { "\($0.kind.rawValue): \($0.name)" }
    return (lines + found + [isClean ? "nothing is damaged" : "problems: \(problems.count)"])
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
