// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Remote

extension Endpoint {
  /// For logs and metrics: what is asked for, without whose it is.
  var name: String {
    switch self {
    case .server: "server"
    case .createVault: "create-vault"
    case .heads: "heads"
    case .log: "get-log"
    case .append: "append"
    case .putBlob(_, let kind, _): "put-\(kind.rawValue)"
    case .getBlob(_, let kind, _): "get-\(kind.rawValue)"
    case .headBlob(_, let kind, _): "head-\(kind.rawValue)"
    case .missing(_, let kind): "missing-\(kind.rawValue)"
    case .bootNames: "boot-names"
    case .getBoot: "get-boot"
    case .putBoot: "put-boot"
    case .erasures: "erasures"
    case .orderErasure: "order-erasure"
    case .cancelErasure: "cancel-erasure"
    }
  }

  /// In bytes: what answering may take in memory, the body included.
  var workBytes: Int {
    let answer =
      switch self {
      case .getBlob(_, let kind, _): kind.limit
      case .getBoot: RootSigned.encodedLimit
      // Segments are read one after the other, and the last ones joined.
      case .append, .orderErasure: Segment.limit
      case .erasures: Wire.jsonLimit
      default: 64 << 10
      }
    return bodyLimit + answer
  }

  /// The methods of a path, whatever its query, for `Allow`.
  static func allowed(at target: String) -> [HTTPRequest.Method] {
    let path = String(target.prefix { $0 != "?" })
    return [.get, .head, .post, .put].filter { method in
      [path, path + "?from=0"].contains {
        (try? Endpoint(method: method, target: $0)) != nil
      }
    }
  }
}
