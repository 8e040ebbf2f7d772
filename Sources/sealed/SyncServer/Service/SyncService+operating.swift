// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Remote

extension SyncService {
  /// Whether the store answers.
  public func isHealthy() async -> Bool {
    (try? await storage.list(prefix: Place.vaults, after: nil, limit: 1)) != nil
  }

  func refusal(_ code: ProblemDocument.Code) -> WireResponse {
    WireResponse(ProblemDocument(code, time: now()))
  }
}

extension WireResponse {
  /// A refusal, and what could be asked instead.
  init(_ problem: ProblemDocument, target: String?) {
    self.init(problem)
    guard problem.code == .method, let target else { return }
    headerFields[.allow] = Endpoint.allowed(at: target).map(\.rawValue).joined(separator: ", ")
  }
}
