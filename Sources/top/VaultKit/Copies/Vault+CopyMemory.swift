// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// What this device saw in each copy, kept sealed, so that an older state put back is named (Sync.md §3).
extension Vault {
  static let copiesName = "copies"
  private static let idCount = 16

  /// The copy's own name, made when there is none.
  func copyID(_ transport: FolderTransport) throws -> String {
    if let bytes = try transport.read(.copyID, limit: 64), bytes.count == Self.idCount {
      return Base32.encode(bytes)
    }
    let bytes = environment.random.bytes(Self.idCount)
    try transport.put(bytes, as: .copyID)
    return Base32.encode(bytes)
  }

  func memory(of copy: String) throws -> CopyMemory? { try copies()[copy] }

  func noteSetBack(_ contents: CopyContents, copy: String, report: inout CopyReport) throws {
    guard let before = try copies()[copy] else { return }
    for log in before.setBack(contents.memory) { report.found(.copySetBack, "\(log)") }
    if contents.memory.counter < before.counter { report.found(.copySetBack, "boot") }
  }

  func remember(_ memory: CopyMemory, of copy: String) throws {
    var copies = try copies()
    guard copies[copy] != memory else { return }
    copies[copy] = memory
    let json = try copies.mapValues { memory in
      JSONValue.object(
        try JSONObject([
          "counter": .integer(memory.counter),
          "heads": .array(
            memory.heads.sorted { $0.key < $1.key }.map {
              .array([.string($0.key.description), .integer(Int64(clamping: $0.value))])
            }),
        ]))
    }
    let list = json.sorted { $0.key < $1.key }.map {
      JSONValue.array([.string($0.key), $0.value])
    }
    try keep(CanonicalJSON.encode(.array(list)), as: Self.copiesName)
  }

  /// What cannot be read is forgotten: it is nothing that was logged.
  private func copies() throws -> [String: CopyMemory] {
    guard let bytes = try? local(Self.copiesName),
      case .array(let list)? = try? CanonicalJSON.decode(bytes, limit: bytes.count)
    else { return [:] }
    var copies: [String: CopyMemory] = [:]
    for item in list {
      guard case .array(let pair) = item, pair.count == 2, case .string(let name) = pair[0],
        case .object(let object) = pair[1], let counter = try? object.integer("counter"),
        let heads = try? object.array("heads")
      else { continue }
      var memory = CopyMemory(counter: counter)
      for head in heads {
        guard case .array(let pair) = head, pair.count == 2, case .string(let log) = pair[0],
          case .integer(let size) = pair[1], let id = try? LogID(text: log)
        else { continue }
        memory.heads[id] = UInt64(clamping: size)
      }
      copies[name] = memory
    }
    return copies
  }
}
