// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing

@Suite("Admission")
struct AdmissionTests {
  private let scene: ServerScene
  private let vault: SampleVault
  private let device: SampleDevice

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
  }

  private func send(_ request: HTTPRequest, _ body: [UInt8] = []) async -> WireResponse {
    await scene.service.respond(to: request, body: body)
  }

  private func signed(_ endpoint: Endpoint, _ body: [UInt8] = []) throws -> HTTPRequest {
    try device.signed(endpoint, body, at: scene.clock.now)
  }

  private func certificate(_ document: some RootDocument, by root: SampleVault) throws -> HTTPFields
  {
    [.memoCertificate: Base64.encode(try root.sign(document).encoded, .standard)]
  }

  @Test("names what is not there, and what is asked in the wrong way")
  func paths() async throws {
    for path in ["/", "/v1", "/v1/vaults/x/heads", "/v1/server?a", "//v1/server", "/v1/server/"] {
      let request = HTTPRequest(method: .get, scheme: "http", authority: "server", path: path)
      #expect(await send(request).problem == .notFound, "\(path)")
    }
    let log = Endpoint.append(vault.id, try SampleLog(of: device).id).target
    for (method, path): (HTTPRequest.Method, String) in [
      (.get, log), (.get, log + "?from=01"), (.get, log + "?to=1"), (.post, log + "?from=1"),
    ] {
      let request = HTTPRequest(method: method, scheme: "http", authority: "server", path: path)
      #expect(await send(request).problem == .notFound, "\(method) \(path)")
    }
    let wrong = HTTPRequest(
      method: .delete, scheme: "http", authority: "server",
      path: Endpoint.putBlob(vault.id, .chunks, ChunkID(ofSealed: [])).target)
    let answer = await send(wrong)
    #expect(answer.problem == .method && answer.headerFields[.allow] == "GET, HEAD, PUT")
  }

  @Test("wants a signature of its own shape")
  func unsigned() async throws {
    var request = try signed(.heads(vault.id))
    for name in ["signature", "signature-input"] {
      let field = try #require(HTTPField.Name(name))
      var changed = request
      changed.headerFields[field] = nil
      #expect(await send(changed).problem == .unsigned)
      for value in [
        "", "memo", "memo=()", "memo=1", "other=:AA==:", "memo=:*:", "a=:AA==:, memo=()",
      ] {
        changed.headerFields[field] = value
        #expect(await send(changed).problem == .malformed, "\(name): \(value)")
      }
    }
    let input = try #require(HTTPField.Name("signature-input"))
    let good = request.headerFields[input] ?? ""
    for (old, new) in [
      (" \"content-digest\"", ""), ("ed25519", "rsa-v1_5-sha256"), (";alg=", ";nonce=\"a\";alg="),
    ] {
      request.headerFields[input] = good.replacing(old, with: new)
      #expect(await send(request).problem == .malformed)
    }
  }

  @Test("a vault that is not here, a device it does not have and a wrong signature are one answer")
  func unknown() async throws {
    let elsewhere = try SampleVault("elsewhere").device()
    let foreign = try await scene.ask(device, .heads(elsewhere.vault))
    let absent = try await scene.ask(elsewhere, .heads(elsewhere.vault))
    let stranger = try await scene.ask(vault.device("stranger"), .heads(vault.id))
    let forged = try await scene.ask(
      device, .heads(vault.id), by: SampleVault.key("somebody"))
    #expect(foreign.problem == .unknownDevice)
    #expect(absent == foreign && stranger == foreign && forged == foreign)
  }

  @Test("a request of another time is told the time")
  func clock() async throws {
    for time in [scene.clock.now - 301, scene.clock.now + 301, 0] {
      let answer = await send(try device.signed(.heads(vault.id), at: time))
      let problem = try ProblemDocument(encoded: answer.body)
      #expect(problem.code == .clock && problem.time == scene.clock.now)
    }
    for time in [scene.clock.now - 300, scene.clock.now + 300] {
      #expect(await send(try device.signed(.heads(vault.id), at: time)).status == .ok)
    }
  }

  @Test("a signed request says nothing at another place")
  func moved() async throws {
    let id = ChunkID(ofSealed: [1])
    let request = try signed(.putBlob(vault.id, .chunks, id), [1])
    func changed(_ edit: (inout HTTPRequest) -> Void) -> HTTPRequest {
      var copy = request
      edit(&copy)
      return copy
    }
    let other = try SampleVault("other")
    let secondScene = try await scene.makeVault("other")
    #expect(secondScene.0.id == other.id)
    let moves = [
      changed { $0.path = Endpoint.putBlob(vault.id, .segments, id).target },
      changed { $0.path = Endpoint.putBlob(vault.id, .chunks, ChunkID(ofSealed: [2])).target },
      changed { $0.path = Endpoint.putBlob(other.id, .chunks, id).target },
      changed { $0.method = .get },
      changed { $0.authority = "elsewhere" },
    ]
    let before = try await scene.dump()
    for move in moves { #expect(await send(move, [1]).problem == .unknownDevice) }
    #expect(await send(request, [2]).problem == .wrongDigest)
    #expect(await send(request, []).problem == .wrongDigest)
    #expect(try await scene.dump() == before)
    #expect(await send(request, [1]).status == .created)
    #expect(await send(request, [1]).status == .ok)
  }

  @Test("a server that knows its names refuses others")
  func authority() async throws {
    var policy = ServicePolicy()
    policy.authorities = ["vaults.example", "vaults.example:8470"]
    let scene = try ServerScene(storage: scene.storage, policy: policy)
    for (name, problem): (String, ProblemDocument.Code?) in [
      ("vaults.example", nil), ("Vaults.Example:443", nil), ("vaults.example:8470", nil),
      ("vaults.example:81", .notYours), ("other.example", .notYours), ("", .notYours),
    ] {
      let answer = try await scene.ask(device, .heads(vault.id), authority: name)
      #expect(answer.problem == problem, "\(name)")
    }
  }

  @Test("what is too large or of another kind is refused before it is read")
  func heads() async throws {
    func admitted(_ endpoint: Endpoint, _ name: HTTPField.Name, _ value: String) async throws
      -> ProblemDocument.Code?
    {
      var request = try signed(endpoint)
      request.headerFields[name] = value
      do {
        _ = try await scene.service.admit(request)
        return nil
      } catch {
        return error.code
      }
    }
    let chunk = Endpoint.putBlob(vault.id, .chunks, ChunkID(ofSealed: []))
    for (endpoint, length, problem): (Endpoint, String, ProblemDocument.Code?) in [
      (chunk, "\(Wire.chunkLimit)", nil), (chunk, "\(Wire.chunkLimit + 1)", .tooLarge),
      (chunk, "99999999999999999999", .malformed), (chunk, "-1", .malformed),
      (chunk, "1e3", .malformed), (chunk, "", .malformed), (.heads(vault.id), "1", .tooLarge),
      (.heads(vault.id), "0", nil), (.createVault, "94371840", .tooLarge),
    ] {
      #expect(try await admitted(endpoint, .contentLength, length) == problem, "\(length)")
    }
    for (endpoint, type, problem): (Endpoint, String, ProblemDocument.Code?) in [
      (chunk, Wire.bytes, nil), (chunk, Wire.json, .mediaType), (chunk, "", .mediaType),
      (.missing(vault.id, .chunks), Wire.json, nil),
      (.missing(vault.id, .chunks), "text/plain", .mediaType),
    ] {
      #expect(try await admitted(endpoint, .contentType, type) == problem, "\(type)")
    }
  }

  @Test("a body beyond the limit is refused even when its head did not say so")
  func bodies() async throws {
    let admission = try await scene.service.admit(try signed(.missing(vault.id, .chunks)))
    let body = [UInt8](repeating: 0, count: admission.bodyLimit + 1)
    #expect(await scene.service.respond(to: admission, body: body).problem == .tooLarge)
  }

  @Test("a newcomer reads with a certificate that the root signed, and writes nothing")
  func newcomer() async throws {
    let second = try vault.device("second")
    let shown = try certificate(second.certificate, by: vault)
    #expect(try await scene.ask(second, .heads(vault.id), fields: shown).status == .ok)
    let writes: [Endpoint] = [
      .putBlob(vault.id, .chunks, ChunkID(ofSealed: [1])),
      .append(vault.id, try SampleLog(of: second).id), .orderErasure(vault.id),
    ]
    for endpoint in writes {
      #expect(try await scene.ask(second, endpoint, [1], fields: shown).problem == .notYours)
    }
  }

  @Test("a certificate that says something else opens nothing")
  func certificates() async throws {
    let second = try vault.device("second")
    let (other, _) = try await scene.makeVault("other")
    let forged = try other.sign(second.certificateOf(other.id)).encoded
    let boot = try vault.boot().encoded
    let third = try vault.sign(vault.device("third").certificate).encoded
    for (bytes, problem): ([UInt8], ProblemDocument.Code) in [
      (forged, .unknownDevice), (boot, .unknownDevice), (third, .unknownDevice),
      ([1, 2, 3], .malformed), ([], .malformed),
    ] {
      let fields: HTTPFields = [.memoCertificate: Base64.encode(bytes, .standard)]
      let answer = try await scene.ask(second, .heads(vault.id), fields: fields)
      #expect(answer.problem == problem)
    }
    let shown = try certificate(second.certificate, by: vault)
    let stolen = try await scene.ask(
      second, .heads(vault.id), fields: shown, by: SampleVault.key("thief"))
    #expect(stolen.problem == .badSignature)
    // A certificate stands in every dossier: it must not tell whether a vault is here.
    let absent = try SampleVault("absent")
    let nobody = try absent.device()
    let shownThere = try certificate(nobody.certificate, by: absent)
    #expect(
      try await scene.ask(
        nobody, .heads(absent.id), fields: shownThere, by: SampleVault.key("thief")) == stolen)
  }
}

extension SampleDevice {
  /// The same keys, certified for another vault.
  fileprivate func certificateOf(_ other: VaultID) -> DeviceCertificate {
    DeviceCertificate(
      vault: other, createdAt: SampleVault.moment, log: certificate.log,
      request: certificate.request, dossier: certificate.dossier)
  }
}
