// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("JSON objects")
struct JSONObjectTests {
  private func sample() throws -> JSONObject {
    try JSONObject([
      "array": .array([.integer(1)]), "boolean": .boolean(false), "integer": .integer(7),
      "object": .object(JSONObject()), "string": .string("é"),
    ])
  }

  @Test("gives members of the type asked for")
  func typed() throws {
    let object = try sample()
    #expect(try object.string("string") == "é")
    #expect(try object.integer("integer") == 7)
    #expect(try object.boolean("boolean") == false)
    #expect(try object.array("array") == [.integer(1)])
    #expect(try object.object("object") == JSONObject())
    #expect(try object.optionalString("string") == "é")
    #expect(try object.optionalInteger("integer") == 7)
    #expect(try object.optionalBoolean("boolean") == false)
  }

  @Test("says which is wrong: the member is missing, or of another type")
  func wrong() throws {
    let object = try sample()
    for key in object.keys where key != "string" {
      #expect(throws: JSONError.wrongType) { try object.string(key) }
      #expect(throws: JSONError.wrongType) { try object.optionalString(key) }
    }
    for key in object.keys where key != "integer" {
      #expect(throws: JSONError.wrongType) { try object.integer(key) }
      #expect(throws: JSONError.wrongType) { try object.optionalInteger(key) }
    }
    for key in object.keys where key != "boolean" {
      #expect(throws: JSONError.wrongType) { try object.boolean(key) }
      #expect(throws: JSONError.wrongType) { try object.optionalBoolean(key) }
    }
    for key in object.keys where key != "array" {
      #expect(throws: JSONError.wrongType) { try object.array(key) }
    }
    for key in object.keys where key != "object" {
      #expect(throws: JSONError.wrongType) { try object.object(key) }
    }
    #expect(throws: JSONError.missingMember) { try object.string("none") }
    #expect(throws: JSONError.missingMember) { try object.integer("none") }
    #expect(throws: JSONError.missingMember) { try object.boolean("none") }
    #expect(throws: JSONError.missingMember) { try object.array("none") }
    #expect(throws: JSONError.missingMember) { try object.object("none") }
    #expect(try object.optionalString("none") == nil)
    #expect(try object.optionalInteger("none") == nil)
    #expect(try object.optionalBoolean("none") == nil)
  }

  @Test("keeps its members in order however they were put there")
  func order() throws {
    var object = JSONObject()
    for key in ["m", "z", "a", "mm", "_"] { object[key] = .string(key) }
    #expect(object.keys == ["_", "a", "m", "mm", "z"])
    object["m"] = .integer(1)
    #expect(object.keys == ["_", "a", "m", "mm", "z"])
    #expect(object["m"] == .integer(1))
    object["a"] = nil
    object["absent"] = nil
    #expect(object.keys == ["_", "m", "mm", "z"])
    #expect(object["a"] == nil)
  }

  @Test("refuses keys that are not [a-z_]+")
  func keys() {
    for key in ["", "A", "a1", "é", "a-b", "a\0", " a", "a\u{301}"] {
      #expect(throws: JSONError.invalidKey, "\(key.debugDescription)") {
        try JSONObject([key: .integer(1)])
      }
    }
  }

  @Test("refuses members beyond those named")
  func onlyKeys() throws {
    let object = try JSONObject(["a": .integer(1), "b": .integer(2)])
    try object.requireOnly(keys: ["a", "b"])
    try object.requireOnly(keys: ["a", "b", "c"])
    #expect(throws: JSONError.unexpectedMember) { try object.requireOnly(keys: ["a"]) }
  }

  @Test("is equal to one with the same members only")
  func equality() throws {
    let object = try JSONObject(["a": .integer(1)])
    #expect(try object != JSONObject(["a": .integer(2)]))
    #expect(try object != JSONObject(["b": .integer(1)]))
    #expect(try object != JSONObject(["a": .integer(1), "b": .integer(1)]))
    #expect(try object == JSONObject(["a": .integer(1)]))
  }
}
