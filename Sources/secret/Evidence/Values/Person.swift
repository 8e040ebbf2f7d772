// SPDX-License-Identifier: Apache-2.0
public import Remote
internal import TransparencyLog

/// Someone named in an entry: a saved contact or a plain name, and the part they had in it.
public struct Person: Hashable, Sendable {
  public enum Reference: Hashable, Sendable {
    case contact(SubjectID)
    case name(String)
  }

  public let reference: Reference
  public let role: String?

  public init(_ reference: Reference, role: String?) {
    self.reference = reference
    self.role = role
  }

  func json() throws -> JSONValue {
    var object = JSONObject()
    switch reference {
    case .contact(let id): object["contact"] = .string(id.description)
    case .name(let name): object["name"] = .string(name)
    }
    if let role { object["role"] = .string(role) }
    return .object(object)
  }

  init(_ json: JSONValue) throws {
    guard case .object(let object) = json else { throw EvidenceError.malformed }
    role = try object.optionalString("role")
    if let contact = try object.optionalString("contact") {
      reference = .contact(try SubjectID(text: contact))
    } else {
      reference = .name(try object.string("name"))
    }
  }
}
