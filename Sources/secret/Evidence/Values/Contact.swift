// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// A person or an organisation.
public struct Contact: Equatable, Sendable {
  public var name: String?
  /// Shown in place of the name for a child.
  public var initials: String?
  public var role: String?
  public var phones: [String] = []
  public var emails: [String] = []
  public var addresses: [String] = []
  /// Private: never leaves the vault.
  public var hiddenAddresses: [String] = []
  public var note: String?
  public var isChild = false
  public var isOrganisation = false

  public init() {}

  public func fields() throws -> [(name: FieldName, value: JSONValue)] {
    var fields: [(name: FieldName, value: JSONValue)] = []
    func put(_ name: FieldName, _ text: String?) {
      if let text { fields.append((name, .string(text))) }
    }
    put(.name, name)
    put(.initials, initials ?? name.map(Self.initials))
    put(.role, role)
    put(.note, note)
    for (name, texts) in [
      (FieldName.phone, phones), (.email, emails), (.address, addresses),
      (.hiddenAddress, hiddenAddresses),
    ] {
      texts.forEach { put(name, $0) }
    }
    if isChild { fields.append((.child, .boolean(true))) }
    if isOrganisation { fields.append((.organisation, .boolean(true))) }
    return fields
  }

  public init(_ statement: Statement) throws {
    name = statement[.name]?.string
    initials = statement[.initials]?.string
    role = statement[.role]?.string
    note = statement[.note]?.string
    func texts(_ name: FieldName) -> [String] {
      statement.all(name).compactMap(\.string).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    phones = texts(.phone)
    emails = texts(.email)
    addresses = texts(.address)
    hiddenAddresses = texts(.hiddenAddress)
    isChild = statement[.child]?.value == .boolean(true)
    isOrganisation = statement[.organisation]?.value == .boolean(true)
  }

  /// How the contact is shown: a child by initials.
  public var shownName: String? { isChild ? initials ?? name.map(Self.initials) : name ?? initials }

  /// « Jean-Paul Martin » gives « J.-P. M. ».
  public static func initials(of name: String) -> String {
    name.split(separator: " ").map { word in
      word.split(separator: "-").compactMap { $0.first.map { "\($0.uppercased())." } }
        .joined(separator: "-")
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
