// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hashing
import Remote
import Sodium
import TestSupport
import Testing

@Suite("Endpoints")
struct EndpointTests {
  private static let random = SeededRandom(seed: "endpoint")

  private static func all() throws -> [Endpoint] {
    let key = try Ed25519.SigningKey(seed: SecretBytes(copying: random.bytes(32)))
    let vault = VaultID(root: key.publicKey)
    let log = try LogID(random: random)
    let chunk = ChunkID(ofSealed: [1])
    let boot = BootName(counter: 3, hash: SHA256.hash([1]))
    let erasure = try ErasureID(random: random)
    return [
      .server, .createVault, .heads(vault), .log(vault, log, from: 0),
      .log(vault, log, from: 1 << 40), .append(vault, log), .bootNames(vault),
      .getBoot(vault, boot), .putBoot(vault, boot), .erasures(vault), .orderErasure(vault),
      .cancelErasure(vault, erasure),
    ]
      + BlobKind.allCases.flatMap { kind -> [Endpoint] in
        [
          .putBlob(vault, kind, chunk), .getBlob(vault, kind, chunk),
          .headBlob(vault, kind, chunk), .missing(vault, kind),
        ]
      }
  }

  @Test("each is found again from its method and target")
  func roundTrip() throws {
    for endpoint in try Self.all() {
      #expect(try Endpoint(method: endpoint.method, target: endpoint.target) == endpoint)
    }
  }

  @Test("another method on a path that is there says so")
  func methods() throws {
    for endpoint in try Self.all() {
      #expect(throws: Endpoint.Refusal.methodNotAllowed) {
        try Endpoint(method: .patch, target: endpoint.target)
      }
    }
  }

  @Test("a target has one spelling")
  func spellings() throws {
    for endpoint in try Self.all() {
      for other in [
        endpoint.target + "/", endpoint.target + "?", endpoint.target + "&a=b",
        endpoint.target.uppercased(), "/" + endpoint.target,
        endpoint.target.replacing("v1", with: "v%31"), String(endpoint.target.dropLast()),
      ] {
        let parsed = try? Endpoint(method: endpoint.method, target: other)
        #expect(parsed == nil || parsed?.target == other, "\(other)")
        #expect(parsed != endpoint)
      }
    }
  }
}
