// SPDX-License-Identifier: Apache-2.0
import Foundation
import Hashing
import Remote
import Sodium
import SyncClient
import TestSupport
import Testing

@Suite("A folder of sealed objects") struct FolderTransportTests {
  private let folder: TemporaryFolder
  private let vault: VaultID
  private let log: LogID
  private let chunk = [UInt8](repeating: 5, count: 100)

  init() throws {
    folder = try TemporaryFolder()
    let seed = try SecretBytes(copying: [UInt8](repeating: 3, count: 32))
    vault = VaultID(root: try Ed25519.SigningKey(seed: seed).publicKey)
    log = try LogID(random: SeededRandom(seed: "log"))
  }

  private var names: [ObjectName] {
    [
      .boot(BootName(counter: 3, hash: SHA256.hash([1]))), .head(log, size: 9),
      .segment(log, SegmentName(first: 0, end: 9)), .chunk(ChunkID(ofSealed: chunk)), .copyID,
    ]
  }

  private var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder.file($0), isDirectory: &isFolder)
        return !isFolder.boolValue
      }
    }
  }

  @Test("what was put is read; names are safe on FAT; nothing temporary stays")
  func puts() throws {
    let transport = try FolderTransport(folder.path, vault: vault)
    #expect(!transport.holdsVault)
    for name in names { try transport.put(chunk, as: name) }
    try transport.synchronize()
    let again = try FolderTransport(folder.path, vault: vault)
    for name in names {
      #expect(try again.read(name, limit: 100) == chunk)
      #expect(try again.read(name, limit: 99) == nil)
      #expect(try again.size(of: name) == 100)
    }
    let files = try files
    #expect(files.count == names.count)
    for path in files {
      for part in path.split(separator: "/") {
        #expect(part.utf8.count <= 70)
        #expect(part.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
      }
    }
    let listing = try again.listing()
    #expect(listing.boots == [BootName(counter: 3, hash: SHA256.hash([1]))])
    #expect(
      listing.logs == [
        log: .init(heads: [9], segments: [SegmentName(first: 0, end: 9)])
      ])
  }

  @Test("other names, temporary files and folders of others are ignored")
  func ignores() throws {
    let transport = try FolderTransport(folder.path, vault: vault)
    for name in names { try transport.put(chunk, as: name) }
    let root = "memo/\(vault.base32)"
    for name in ["boot/x", "boot/0-a", "log/\(log)/head-9", "log/\(log)/head-0000000000000009.tmp"]
    {
      try folder.write(root + "/" + name, [1])
    }
    try FileManager.default.createDirectory(
      atPath: folder.file(root + "/log/LOG"), withIntermediateDirectories: true)
    let listing = try FolderTransport(folder.path, vault: vault).listing()
    #expect(listing.boots.count == 1 && listing.logs.count == 1)
    #expect(listing.logs[log]?.heads == [9])
  }

  @Test("a folder that is not there is never made: it would be this machine's")
  func missing() throws {
    #expect(throws: FolderError.notFound) {
      try FolderTransport(folder.file("pas-monte"), vault: vault)
    }
    let stick = folder.file("cle")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: false)
    let transport = try FolderTransport(stick, vault: vault)
    try transport.put(chunk, as: names[0])
    try FileManager.default.removeItem(atPath: stick)
    #expect(throws: FolderError.unavailable) { try transport.put(chunk, as: names[1]) }
    #expect(throws: FolderError.unavailable) { try transport.read(names[0], limit: 100) }
  }

  @Test("links are refused, wherever they stand")
  func links() throws {
    let elsewhere = folder.file("ailleurs")
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
    let stick = folder.file("cle")
    let root = "\(stick)/memo/\(vault.base32)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/boot", withDestinationPath: elsewhere)
    let transport = try FolderTransport(stick, vault: vault)
    #expect(throws: FolderError.refused) { try transport.put(chunk, as: names[0]) }
    #expect(throws: FolderError.refused) { try transport.listing() }
    try transport.put(chunk, as: names[1])
    let target = try folder.write("secret", [1])
    let head = "\(root)/log/\(log)/head-0000000000000009"
    try FileManager.default.removeItem(atPath: head)
    try FileManager.default.createSymbolicLink(atPath: head, withDestinationPath: target)
    #expect(try transport.read(names[1], limit: 100) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == [])
  }
}
