// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What the command line says of servers; `Scripts/demo-sync` runs the commands against a real one.
@Suite("Server and synchronisation at the command line") struct SyncCommandTests {
  /// A port of this machine on which nothing answers: it is taken, and nobody listens.
  private static func deadAddress() throws -> (String, FileHandle) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) + getsockname(descriptor, pointer, &length)
      }
    }
    guard status == 0 else { throw CocoaError(.fileReadUnknown) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    return ("http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))", handle)
  }

  @Test("without a server, it says how to name one")
  func noServer() throws {
    let memo = try MemoProgram.withVault()
    let result = try memo.expect(66, ["sync"])
    #expect(result.errorText.contains("memo server set"))
    #expect(try memo.object(["server", "show"])["server"] is NSNull)
  }

  @Test("an address that is not protected, or none, is refused before anything is sent")
  func addresses() throws {
    let memo = try MemoProgram.withVault()
    #expect(
      try memo.expect(64, ["server", "set", "http://memo.example.org"]).errorText
        .contains("https://"))
    try memo.expect(64, ["server", "set", "memo.example.org"])
    try memo.expect(
      64, ["server", "set", "https://memo.example.org"],
      environment: ["HTTPS_PROXY": "n'importe quoi"])
  }

  @Test("a server that does not answer loses nothing, and the vault stays linked to none")
  func unreachable() throws {
    let memo = try MemoProgram.withVault()
    let (address, handle) = try Self.deadAddress()
    defer { try? handle.close() }
    let result = try memo.expect(69, ["server", "set", address])
    #expect(result.errorText.contains("rien n'est perdu"))
    #expect(try memo.object(["server", "show"])["server"] is NSNull)
    let joined = try memo.expect(
      69, ["join", address, "--kit", "kit", "--vault", "b", "--new-passphrase-file", "phrase"],
      passphrase: nil)
    #expect(joined.errorText.contains("ne répond pas"))
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("b")))
  }

  @Test("erasure elsewhere wants the kit or a word to stop it, and a server")
  func erasure() throws {
    let memo = try MemoProgram.withVault()
    let id = try memo.add(#"{"title": "Lettre"}"#)
    try memo.expect(64, ["erase-elsewhere", id])
    try memo.expect(64, ["erase-elsewhere"])
    try memo.expect(64, ["erase-elsewhere", id, "--cancel", "abcd"])
    try memo.expect(66, ["erase-elsewhere", id, "--kit", "kit", "--yes"])
  }
}
