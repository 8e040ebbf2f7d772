// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import TestSupport
import Remote
import Sodium

/// Lies in what was logged: the log, the proofs, the pages and every list are made again around them.
extension Mutants {
  /// Places in the log of the exporting device.
  private enum Place {
    static let contact = 1, child = 2, logged = 3, attached = 4, amended = 6, second = 7, last = 8
  }

  static func headers(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    func with(
      _ old: String, _ new: String, at place: Int = Place.second,
      _ expected: Mutant.Expected = .wrong,
      _ name: String? = nil
    ) throws -> Mutant {
      var lying = forge
      let header = lying.devices[0].lines[place].header
      lying.devices[0].lines[place].header = header.replacingOccurrences(of: old, with: new)
      precondition(lying.devices[0].lines[place].header != header, "nothing to replace: \(old)")
      return Mutant(
        "header: " + (name ?? "\(old.prefix(150)) becomes \(new.prefix(150))"),
        try lying.bundle(pagesLike: honest), expected)
    }
    let line = forge.devices[0].lines[Place.second]
    let sd = line.header.components(separatedBy: #""sd":["#)[1].prefix { $0 != "]" }
    let digests = sd.split(separator: ",").map(String.init)
    func list(_ name: String, _ digests: [String]) throws -> Mutant {
      try with("[\(sd)]", "[\(digests.joined(separator: ","))]", .wrong, "sd \(name)")
    }
    func with(_ old: String, _ new: String, _ expected: Mutant.Expected, _ name: String) throws
      -> Mutant
    {
      try with(old, new, at: Place.second, expected, name)
    }
    let (own, other) = (forge.devices[0].id.description, forge.devices[1].id.description)
    var mutants = try [
      with(#""version":1"#, #""version":2"#, .unverifiable, "version 2"),
      with(#""version":1"#, #""version":0"#),
      with(#""version":1"#, #""version":-2"#), with(#""version":1"#, #""version":"1""#),
      with(#""type":"entry.logged""#, #""type":"Entry.logged""#),
      with(#""type":"entry.logged""#, #""type":"entry..logged""#),
      with(#""type":"entry.logged""#, #""type":"entry.""#),
      with(#""type":"entry.logged""#, #""type":"""#),
      with(#""type":"entry.logged""#, #""type":"entry.noted""#),
      with(#""type":"entry.logged""#, #""type":"log.opened""#),
      with(#""type":"entry.logged""#, #""type":"blank""#),
      with(#""type":"entry.logged""#, #""type":"contact.saved""#),
      with(#""type":"entry.logged""#, #""type":"entry.withdrawn""#),
      with(#""type":"entry.logged""#, "\"type\":\"" + String(repeating: "a", count: 65) + "\""),
      with(#""type":"entry.logged""#, #""type":"entry.logg\u0000d""#),
      with(#""type":"entry.logged""#, #""type":5"#),
      with(#""sequence":7"#, #""sequence":8"#), with(#""sequence":7"#, #""sequence":0"#),
      with(#""sequence":7"#, #""sequence":-7"#), with(#""sequence":7"#, #""sequence":7.0"#),
      with(#""sequence":7"#, #""sequence":07"#),
      with(#""sequence":7"#, #""sequence":9007199254740992"#),
      with(own, other), with(own, own.uppercased()), with(own, "a" + own), with("\"\(own)\"", "5"),
      with(forge.devices[0].log.description, forge.devices[1].log.description),
      with(
        #""recorded_at":"2025-02-01T08:17:00+01:00""#, #""recorded_at":"2025-02-01T08:17:00+01:0""#),
      with("2025-02-01", "2025-02-29"), with("08:17:00", "24:17:00"), with("08:17:00", "08:17:60"),
      with("+01:00", "-00:00"), with("+01:00", "+24:00"), with("T08", " 08"),
      with("2025-02-01", "1970-01-01", at: 7, .valid),
      with("2025-02-01", "2099-01-01", at: 7, .valid),
      with("2025-02-01", "0000-02-29", at: 7, .valid),
      with("2025-02-01", "9999-12-31", at: 7, .valid), with("2025-02-01", "0000-02-30"),
      with(#"{"device""#, #"{ "device""#), with(#"{"device""#, #"{"autre":1,"device""#),
      with(#""version":1"#, #""version":1,"zzz":1"#),
      with(#""version":1"#, #""version":1,"version":1"#),
      with(#"{"device""#, #"{"device":"\#(own)","device""#), with("}", "}\n", at: 7),
      with("{", "\u{FEFF}{", at: 7),
      list("unsorted", digests.reversed()), list("of seven", Array(digests.dropLast())),
      list("empty", []),
      list("with one twice", [digests[0]] + digests.dropLast()),
      list("of nine", digests + ["\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzw\""]),
      list("with padding", digests.dropLast() + [digests[7].dropLast() + "=\""]),
      list("with a number", digests.dropLast() + ["7"]),
    ]
    for key in ["device", "log", "recorded_at", "sd", "sequence", "subject", "type", "version"] {
      mutants.append(try with("\"\(key)\":", "\"\(key)_\":"))
    }
    let many = (0..<1600).map { _ in "\"\(Base64.encode(forge.random.bytes(32), .urlUnpadded))\"" }
    let sorted = ForgedStatement.ascending(many + digests)
    mutants.append(try list("beyond 64 KiB", sorted))
    let few = ForgedStatement.ascending(Array(many[..<800]) + digests)
    mutants.append(
      try with("[\(sd)]", "[\(few.joined(separator: ","))]", .valid, "sd of 808 digests"))
    return mutants
  }

  static func openings(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    func restated(
      _ name: String, at place: Int = Place.second, _ openings: [String],
      _ expected: Mutant.Expected = .wrong
    ) throws -> Mutant {
      var lying = forge
      try lying.devices[0].lines[place].restate(openings, random: forge.random)
      return Mutant("openings: \(name)", try lying.bundle(pagesLike: honest), expected)
    }
    func field(
      _ field: String, at place: Int = Place.second, _ expected: Mutant.Expected = .wrong
    ) throws -> Mutant {
      try restated(
        "\(field.prefix(150)) at \(place)", at: place, [forge.opening(field)], expected)
    }
    func file(_ name: String, _ expected: Mutant.Expected = .wrong, _ change: ([String]) -> String)
      throws -> Mutant
    {
      var lying = forge
      lying.devices[0].lines[Place.second].openingsFile = change(
        lying.devices[0].lines[Place.second].openings)
      return Mutant("openings: \(name)", try lying.bundle(pagesLike: honest), expected)
    }
    let title = forge.opening(#""title","Deuxième""#)
    let salt = Base64.encode(forge.random.bytes(16), .urlUnpadded)
    func raw(_ json: String) -> String { ForgedStatement.text(json) }
    let lines = forge.devices[0].lines
    var exchanged = forge
    exchanged.devices[0].lines[Place.logged].openings = lines[Place.amended].openings
    exchanged.devices[0].lines[Place.amended].openings = lines[Place.logged].openings
    let leaf =
      "{\"leaf\":\"\(lines[3].leafText)\",\"log\":\"\(forge.devices[0].log)\",\"sequence\":3}"
    let person = "{\"contact\":\"\(try forge.subject())\"}"
    var mutants = try [
      Mutant("openings: exchanged between statements", exchanged.bundle(pagesLike: honest)),
      file("one withheld", .valid) { $0[0] + "\n" }, file("all withheld", .valid) { _ in "" },
      file("one twice") { $0[0] + "\n" + $0[0] + "\n" + $0[1] + "\n" },
      file("in disorder") { $0[1] + "\n" + $0[0] + "\n" },
      file("another statement's") {
        $0.joined(separator: "\n") + "\n" + lines[3].openings[0] + "\n"
      },
      file("one that sd lacks") { _ in title + "\n" },
      file("no final newline") { $0.joined(separator: "\n") },
      file("an empty line") { $0.joined(separator: "\n") + "\n\n" },
      file("an empty line first") { "\n" + $0[0] + "\n" },
      file("CRLF") { $0.map { $0 + "\r\n" }.joined() }, file("padding") { $0[0] + "=\n" },
      file("a space") { $0[0] + " \n" },
      file("standard base64") { $0[0].replacingOccurrences(of: "_", with: "/") + "+\n" },
      file("a byte that is not ASCII") { $0[0] + "é\n" }, file("NUL") { $0[0] + "\0\n" },
      restated(
        "a salt of 15 bytes",
        [raw(#"["\#(Base64.encode(forge.random.bytes(15), .urlUnpadded))","title","x"]"#)]),
      restated("no salt", [raw(#"["title","x"]"#)]),
      restated("four parts", [raw(#"["\#(salt)","title","x","y"]"#)]),
      restated("an object", [raw(#"{"name":"title","salt":"\#(salt)","value":"x"}"#)]),
      restated("a space in the JSON", [raw(#"["\#(salt)", "title","x"]"#)]),
      restated("an escape in the JSON", [raw(#"["\#(salt)","title","\u0078"]"#)]),
      restated("null", [raw(#"["\#(salt)","title",null]"#)]), restated("not JSON", [raw("x")]),
      restated("bits to spare", [raw(#"["\#(salt)","title","xy"]"#).dropLast() + "h"]),
      restated("a title twice", [forge.opening(#""title","a""#), forge.opening(#""title","b""#)]),
      restated(
        "one salt for two", [raw(#"["\#(salt)","title","a"]"#), raw(#"["\#(salt)","text","b"]"#)],
        .valid),
      restated(
        "people twice", [forge.opening("\"who\",\(person)"), forge.opening("\"who\",\(person)")],
        .valid),
      restated("none", [], .valid),
      restated("a formula", [forge.opening(#""title","=HYPERLINK(\"http://x\")""#)], .valid),
      restated("an override", [forge.opening("\"title\",\"\u{202E}fdp\"")], .valid),
      restated(
        "beyond 1 MiB", [forge.opening("\"text\",\"\(String(repeating: "x", count: 1 << 20))\"")]),
      restated(
        "17 deep",
        [
          forge.opening(
            "\"amount\"," + String(repeating: "[", count: 16) + String(repeating: "]", count: 16))
        ]),
      restated("a name in capitals", [raw(#"["\#(salt)","Title","x"]"#)]),
      restated("an empty name", [raw(#"["\#(salt)","","x"]"#)]),
    ]
    let hidden = [
      "tag", "private", "hidden_address", "attachment_secret", "heads_seen", "dossier_digest",
      "recipient", "inconnu",
      "name", "phone", "removes", "attachment", "replaces", "format", "predecessor", "reason",
    ]
    mutants += try hidden.map { try field("\"\($0)\",\"x\"") }
    let texts = [
      "title", "text", "place", "kind", "said", "felt", "thought", "effect", "paid_to", "lang",
      "when",
    ]
    mutants += try texts.flatMap { name in
      try ["5", "true", "[]", "{}"].map { try field("\"\(name)\",\($0)") }
        + (name == "when" ? [] : [field("\"\(name)\",\"\"", .valid)])
    }
    let shapes: [(String, Int, Mutant.Expected)] = [
      (#""when","hier""#, 7, .wrongToRenderer), (#""when","2021-13""#, 7, .wrongToRenderer),
      (#""when","2021?""#, 7, .valid),
      (#""written_by","self""#, 7, .valid), (#""written_by","voisin""#, 7, .valid),
      (#""written_by",1"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"1"}"#, 7, .valid),
      (#""amount",{"currency":"EUR","value":"1","x":1}"#, 7, .valid),
      (#""amount",{"currency":"eur","value":"1"}"#, 7, .wrong),
      (#""amount",{"value":"1"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":1}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"1,5"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"1.555"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"1\n"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"٣"}"#, 7, .wrong),
      (#""amount",{"currency":"EUR","value":"-1.5"}"#, 7, .valid),
      (#""amount","1 EUR""#, 7, .wrong),
      (#""who",{}"#, 7, .wrong), (#""who",{"name":"A"}"#, 7, .valid),
      (#""who",{"name":5}"#, 7, .wrong),
      (#""who",{"name":"A","role":5}"#, 7, .wrong), (#""who",{"name":"A","x":5}"#, 7, .valid),
      (#""who","A""#, 7, .wrong),
      (#""who",{"contact":"x"}"#, 7, .wrong), (#""who",{"contact":5,"name":"A"}"#, 7, .wrong),
      (#""name",5"#, 1, .wrong), (#""phone",5"#, 1, .wrong), (#""note",{}"#, 1, .wrong),
      (#""role",[]"#, 1, .wrong),
      (#""child",false"#, 1, .wrong), (#""child",1"#, 1, .wrong),
      (#""organisation","true""#, 1, .wrong), (#""organisation",true"#, 1, .valid),
      (#""title","x""#, 1, .wrong), (#""hidden_address","x""#, 1, .wrong),
      (#""name","Zoé""#, 2, .valid),
      (#""reason",5"#, 6, .wrong), (#""replaces","x""#, 6, .wrong), (#""replaces",[]"#, 6, .valid),
      (#""replaces",[\#(leaf)]"#, 6, .valid),
      (#""replaces",[{"leaf":"x","log":"y","sequence":1}]"#, 6, .wrong),
      (#""replaces",[5]"#, 6, .wrong),
      (#""replaces",\#(leaf)"#, 6, .wrong),
      (#""replaces",[\#(leaf.replacingOccurrences(of: ":3", with: ":-3"))]"#, 6, .wrong),
      (#""replaces","x""#, 1, .wrong),
    ]
    mutants += try shapes.map { try field($0.0, at: $0.1, $0.2) }
    var named = forge
    try named.state(
      0, "contact.saved", SubjectID(text: subject(lines[Place.child].header)),
      [#""name","Zoé Petit""#])
    return try mutants + [
      restated(
        "a child with a name", at: Place.child,
        [forge.opening(#""child",true"#), forge.opening(#""name","Zoé Petit""#)]),
      Mutant("openings: a child named in a later version", named.bundle(pagesLike: honest)),
    ] + attachments(forge, honest, restated)
  }

  private static func subject(_ header: String) -> String {
    String(header.components(separatedBy: #""subject":""#)[1].prefix { $0 != "\"" })
  }

  private static func attachments(
    _ forge: Forge, _ honest: Bundle,
    _ restated: (String, Int, [String], Mutant.Expected) throws -> Mutant
  ) throws -> [Mutant] {
    let opening = forge.devices[0].lines[Place.last].openings[0]
    let json = String(decoding: try Base64.decode(opening, .urlUnpadded), as: UTF8.self)
    func with(_ old: String, _ new: String, _ expected: Mutant.Expected = .wrong) throws -> Mutant {
      let text = json.replacingOccurrences(of: old, with: new)
      precondition(text != json, "nothing to replace: \(old)")
      return try restated(
        "attachment: \(old) becomes \(new.prefix(150))", Place.last, [ForgedStatement.text(text)],
        expected)
    }
    let id = json.components(separatedBy: #""id":""#)[1].prefix { $0 != "\"" }
    return try [
      with(#""size":4"#, #""size":5"#), with(#""size":4"#, #""size":-4"#),
      with(#""size":4"#, #""size":"4""#),
      with(#""order":0"#, #""order":-1"#), with(#""order":0"#, #""order":9"#, .valid),
      with(#""order":0"#, #""ordre":0"#),
      with(#""nature":"received","#, "", .valid), with("received", "autre", .valid),
      with(#""received""#, "5"),
      with(#""media_type":"text/plain","#, ""), with("text/plain", "text/html", .valid),
      with("note.txt", "autre.txt", .valid),
      with("note.txt", "../../etc/passwd", .valid), with("note.txt", "a\u{202E}txt.exe", .valid),
      with(#""note.txt""#, "5"),
      with(#""digest":"#, #""digeste":"#), with(String(id), String(id.dropLast())),
      with(#""size":4"#, #""size":4,"zzz":1"#, .valid),
      with(#""order":0"#, #""order":0,"partial":"la fin""#, .valid),
      with(#""order":0"#, #""order":0,"partial":1"#),
      restated(
        "an attachment twice", Place.last,
        [opening, forge.opening(String(json.dropFirst(26).dropLast()))], .wrong),
    ]
  }
}
