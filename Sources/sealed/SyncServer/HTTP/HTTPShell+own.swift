// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Hummingbird
internal import Remote

extension HTTPShell {
  /// `/health` and `/metrics`: for the operator; a proxy does not pass them on.
  func ownAnswer(_ request: Request) async -> (answer: WireResponse, name: String) {
    let isHealth = request.head.path == "/health"
    let name = isHealth ? "health" : "metrics"
    guard request.method == .get else {
      var answer = service.refusal(.method)
      answer.headerFields[.allow] = "GET"
      return (answer, name)
    }
    if isHealth {
      let isWell = await service.isHealthy()
      return (isWell ? Self.text("ok\n") : service.refusal(.unavailable), name)
    }
    return (Self.text(metrics.text), name)
  }

  private static func text(_ text: String) -> WireResponse {
    var answer = WireResponse(status: .ok, body: Array(text.utf8))
    answer.headerFields[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
    answer.headerFields[.cacheControl] = "no-store"
    return answer
  }
}
