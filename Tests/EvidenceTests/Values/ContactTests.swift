// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing
import TransparencyLog

@Suite("Contacts")
struct ContactTests {
  @Test("initials keep hyphens and accents, and nothing of the rest of the name")
  func initials() {
    let cases = [
      "Jean-Paul Martin": "J.-P. M.", "zoé": "Z.", "Éric  Le  Goff": "É. L. G.",
      "e\u{301}ric": "E\u{301}.", "Anne--Marie": "A.-M.", "O’Neil": "O.", "": "", " ": "", "-": "",
      "A - B": "A. B.", "-Jean-": "J.", "李 雷": "李. 雷.", "Ωmega": "Ω.", "мария": "М.",
      "👩‍👩‍👧 B": "👩‍👩‍👧. B.",
    ]
    for (name, initials) in cases { #expect(Contact.initials(of: name) == initials, "\(name)") }
  }

  @Test("comes back from its statement, lists in the order of their bytes")
  func roundTrip() throws {
    var contact = Contact()
    contact.name = "Camille Témoin"
    contact.initials = "C. T."
    contact.role = "témoin"
    contact.phones = ["06", "01"]
    contact.emails = ["z@a", "a@z"]
    contact.addresses = ["b", "Z", "é"]
    contact.hiddenAddresses = ["refuge"]
    contact.note = "note\nlongue"
    contact.isChild = true
    contact.isOrganisation = true
    let read = try Contact(Samples().statement(.contactSaved, contact.fields()))
    contact.phones = ["01", "06"]
    contact.emails = ["a@z", "z@a"]
    contact.addresses = ["Z", "b", "é"]
    #expect(read == contact)
    #expect(try Contact(Samples().statement(.contactSaved, Contact().fields())) == Contact())
  }

  @Test("initials are made from the name unless given")
  func madeInitials() throws {
    var contact = Contact()
    contact.name = "Jean-Paul Martin"
    #expect(
      try Contact(Samples().statement(.contactSaved, contact.fields())).initials == "J.-P. M.")
    contact.initials = "X."
    #expect(try Contact(Samples().statement(.contactSaved, contact.fields())).initials == "X.")
    contact.name = nil
    contact.initials = nil
    #expect(try contact.fields().isEmpty)
  }

  @Test("a child is shown by initials, an adult by name, and either by what there is")
  func shownName() {
    var contact = Contact()
    #expect(contact.shownName == nil)
    contact.name = "Zoé Martin"
    #expect(contact.shownName == "Zoé Martin")
    contact.isChild = true
    #expect(contact.shownName == "Z. M.")
    contact.initials = "Z."
    #expect(contact.shownName == "Z.")
    contact.isChild = false
    contact.name = nil
    #expect(contact.shownName == "Z.")
  }

  @Test("only true says that a contact is a child or an organisation")
  func flags() throws {
    for value: JSONValue in [
      .boolean(false), .string("true"), .integer(1), .array([.boolean(true)]),
    ] {
      let contact = try Contact(
        Samples().statement(.contactSaved, [(.child, value), (.organisation, value)]))
      #expect(!contact.isChild && !contact.isOrganisation)
    }
    let fields = try Contact().fields().map(\.name)
    #expect(!fields.contains(.child) && !fields.contains(.organisation))
  }
}
