// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import Remote

/// Lies in `dossier.json`, listed and signed again by the very key.
extension Mutants {
  static func manifests(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    let json = honest.text(DossierPaths.dossier) ?? ""
    func signed(
      _ name: String, _ text: String, _ expected: Mutant.Expected = .wrong,
      stamp: (inout Bundle.Stamp) -> Void = { _ in }
    ) throws -> Mutant {
      var bundle = honest
      bundle[DossierPaths.dossier] = Array(text.utf8)
      stamp(&bundle.stamp)
      try bundle.resign()
      return Mutant("dossier.json: \(name)", bundle, expected)
    }
    func with(
      _ old: String, _ new: String, _ name: String? = nil, _ expected: Mutant.Expected = .wrong
    ) throws -> Mutant {
      let text = json.replacingOccurrences(of: old, with: new)
      precondition(text != json, "nothing to replace: \(old)")
      return try signed(name ?? "\(old.prefix(150)) becomes \(new.prefix(150))", text, expected)
    }
    var mutants = try [
      with(#""version":1}"#, #""version":2}"#, nil, .unverifiable),
      with(#""version":1}"#, #""version":9007199254740991}"#, nil, .unverifiable),
      with(#""version":1}"#, #""version":9007199254740992}"#),
      with(#""version":1}"#, #""version":0}"#), with(#""version":1}"#, #""version":-1}"#),
      with(#""version":1}"#, #""version":"1"}"#), with(#""version":1}"#, #""version":true}"#),
      with(#""renderer":2"#, #""renderer":3"#, nil, .unverifiable),
      with(#""renderer":2"#, #""renderer":1"#, nil, .wrongToRenderer),
      with(#""renderer":2"#, #""renderer":0"#), with(#""renderer":2"#, #""renderer":-2"#),
      with(#""language":"fr""#, #""language":"en""#), with(#""language":"fr""#, #""language":5"#),
      with(#""purpose":"avocat""#, #""purpose":"communication""#, nil, .wrongToRenderer),
      with(#""purpose":"avocat""#, #""purpose":"presse""#),
      with(#""entries":3"#, #""entries":2"#), with(#""entries":3"#, #""entries":4"#),
      with(#""entries":3"#, #""entries":-3"#), with(#""entries":3"#, #""entries":3,"others":-1"#),
      with(#""entries":3"#, #""entries":3,"others":2"#, nil, .wrongToRenderer),
      with(#""entries":3"#, #""entries":3,"others":true"#),
      with(#""entries":3"#, #""autres":1,"entries":3"#),
      with(#""entries":3"#, #""entries":3,"zzz":1"#),
      with(#""shown":{"entries":3}"#, #""shown":{}"#),
      with(#""shown":{"entries":3}"#, #""shown":[]"#),
      with(#""selection":{}"#, #""selection":{"only":true}"#, nil, .wrongToRenderer),
      with(#""selection":{}"#, #""selection":{"only":false}"#),
      with(#""selection":{}"#, #""selection":{"tag":"loyer"}"#),
      with(#""selection":{}"#, #""selection":{"tag":false}"#),
      with(#""selection":{}"#, #""selection":{"who":true}"#),
      with(#""selection":{}"#, #""selection":{"since":"2020"}"#, nil, .wrongToRenderer),
      with(#""selection":{}"#, #""selection":{"since":2020}"#),
      with(#""type":"dossier""#, #""type":"proof""#),
      with(#""type":"dossier""#, #""type":"boot.record""#),
      with(#""cover":{"#, #""cover":{"a":1,"#), with(#""cover":{"#, #""cover":{"a":null,"#),
      with(#""cover":{"#, #""cover":{"a":{"b":"c"},"#), with(#""cover":{"#, #""cover":{"A":"b","#),
      with(#""cover":{"#, #""cover":{"a-b":"c","#), with(#""cover":{"#, #""cover":{"é":"c","#),
      with(
        #""cover":{"#, "\"cover\":{\"e\u{301}\":\"a\",\"\u{E9}\":\"b\",", "twin keys in Unicode"),
      with(#""cover":{"#, #""cover":{"":"c","#),
      with("A contre B", "A contre C", nil, .wrongToRenderer),
      with("A contre B", "A\\u0000B", nil, .wrongToRenderer), with("A contre B", "A\\u001FB"),
      with("A contre B", "A\\u001fB", nil, .wrongToRenderer), with("A contre B", "A\\/B"),
      with("A contre B", "A\\u0041"), with("A contre B", "A\\u000a"),
      with("A contre B", "A\\ud800"),
      with("A contre B", "A\\ud83d\\ude00"), with("A contre B", "A\nB"),
      with("A contre B", "A\u{1}"),
      with("A contre B", "A\u{7F}B", "a raw DEL", .wrongToRenderer),
      with("A contre B", "A\u{2028}B", "a line separator", .wrongToRenderer),
      with("A contre B", "A\u{202E}B", "an override", .wrongToRenderer),
      with("A contre B", "A\u{FFFF}B", "a noncharacter", .wrongToRenderer),
      with("A contre B", "=1+1<script>alert(1)</script>", nil, .wrongToRenderer),
      with(#""statements":["#, #""statements":[],"statements":["#, "a key twice"),
      with(#"{"cover":"#, #"{"cover":{},"cover":"#, "the first key twice"),
      with(#""entries":3"#, #""entries":3,"entries":3"#, "a key twice inside"),
      with(#""entries":3"#, #""entries":3.0"#), with(#""entries":3"#, #""entries":3e0"#),
      with(#""entries":3"#, #""entries":03"#), with(#""entries":3"#, #""entries":-0"#),
      with(#""entries":3"#, #""entries":NaN"#), with(#""entries":3"#, #""entries":Infinity"#),
      with(#""entries":3"#, #""entries": 3"#), with(#""entries":3"#, #""entries":null"#),
      with(#""entries":3"#, #""entries":9223372036854775808"#),
      with(#""entries":3"#, #""entries":18446744073709551619"#),
      with(#""entries":3"#, #""entries":"# + String(repeating: "9", count: 400)),
      with(#"{"cover""#, #"{ "cover""#),
      with(
        #"{"cover""#,
        #"{"a":"#
          + String(repeating: "[", count: 20) + String(repeating: "]", count: 20) + #","cover""#,
        "too deep"),
      with(
        #"{"cover""#, #"{"a":"# + String(repeating: "[", count: 100_000) + #","cover""#,
        "far too deep"),
      with(#"{"cover""#, #"{"aaa":1,"cover""#), with(#""version":1}"#, #""version":1,"zzz":[]}"#),
      signed("a final newline", json + "\n"), signed("a byte order mark", "\u{FEFF}" + json),
      signed("nothing", ""), signed("an empty object", "{}"), signed("an empty list", "[]"),
      signed("null", "null"), signed("a number", "1"), signed("a text", #""dossier""#),
      signed("twice", json + json), signed("UTF-16", String(json.flatMap { [$0, "\0"] })),
      signed("a comment", json + "/**/"),
      signed("single quotes", json.replacingOccurrences(of: "\"", with: "'")),
    ]
    let members = [
      "cover", "created_at", "device", "dossier", "language", "pieces", "purpose", "recipients",
      "renderer", "selection", "shown", "statements", "type", "vault", "version",
    ]
    for key in members {
      mutants.append(try with("\"\(key)\":", "\"\(key)_\":", "no \(key)"))
      mutants.append(
        try with(
          "\"\(key)\":", "\"\(key)\":5,\"\(key)_\":", "\(key) is 5 and one more",
          key == "version" ? .unverifiable : .wrong))
    }
    return try mutants + moments(honest, json, signed) + identities(forge, honest, json, with)
      + lists(honest, json, signed, with)
  }

  private typealias Sign = (
    String, String, Mutant.Expected, (inout Bundle.Stamp) -> Void
  ) throws -> Mutant
  private typealias With = (String, String, String?, Mutant.Expected) throws -> Mutant

  private static func moments(_ honest: Bundle, _ json: String, _ signed: Sign) throws -> [Mutant] {
    let date = honest.stamp.date
    let moments: [(String, Mutant.Expected)] = [
      ("2026-01-02T10:00:01+01:00", .wrong), ("2026-01-02T09:00:00+00:00", .wrongToRenderer),
      ("2026-01-03T10:00:00+01:00", .wrong), ("2026-01-02T10:00:00Z", .wrong),
      ("2026-01-02T09:00:00-00:00", .wrong), ("2026-01-02T24:00:00+15:00", .wrong),
      ("2026-01-02T10:60:00+01:00", .wrong), ("2026-01-02T10:00:60+01:00", .wrong),
      ("2026-02-30T10:00:00+01:00", .wrong), ("2026-13-02T10:00:00+01:00", .wrong),
      ("2026-00-02T10:00:00+01:00", .wrong), ("2026-01-00T10:00:00+01:00", .wrong),
      ("2026-01-02T10:00:00+24:00", .wrong), ("2026-01-02T10:00:00+01:60", .wrong),
      ("2026-01-02t10:00:00+01:00", .wrong), ("2026-01-02 10:00:00+01:00", .wrong),
      ("2026-01-02T10:00:00.0+01:00", .wrong), ("2026-W01-2T10:00:00+01:00", .wrong),
      ("20260102T100000+0100", .wrong), ("٢٠٢٦-01-02T10:00:00+01:00", .wrong), ("", .wrong),
      ("0000-02-29T10:00:00+01:00", .wrong), ("1900-02-29T10:00:00+01:00", .wrong),
      ("1969-12-31T10:00:00+01:00", .wrong), ("9999-12-31T23:59:59-23:59", .wrong),
    ]
    return try moments.map { moment, expected in
      try signed(
        "created at \(moment)", json.replacingOccurrences(of: date, with: moment), expected,
        { $0.date = moment })
    }
  }

  private static func identities(
    _ forge: Forge, _ honest: Bundle, _ json: String, _ with: With
  ) throws -> [Mutant] {
    let (own, other) = (forge.devices[0].id.description, forge.devices[1].id.description)
    let foreign = try Forge(seed: "foreign")
    let vault = forge.vault.text
    return try [
      with("\"device\":\"\(own)\"", "\"device\":\"\(other)\"", "another device", .wrong),
      with(
        "\"device\":\"\(own)\"", "\"device\":\"\(foreign.devices[0].id)\"", "an unknown device",
        .wrong),
      with(
        "\"device\":\"\(own)\"", "\"device\":\"\(own.uppercased())\"", "device in capitals", .wrong),
      with(
        "\"device\":\"\(own)\"", "\"device\":\"\(own.dropLast())b\"", "device with spare bits",
        .wrong),
      with("\"device\":\"\(own)\"", "\"device\":\"\(own)======\"", "device with padding", .wrong),
      with(vault, foreign.vault.text, "another vault", .wrong),
      with(vault, forge.vault.groups, "vault in groups", .wrong),
      with(vault, String(vault.dropLast()) + "=", "vault cut", .wrong),
      with(vault, forge.vault.base32, "vault in base32", .wrong),
      with(
        forge.dossier.description, foreign.dossier.description,
        "another dossier id, not in the signature",
        .wrong),
    ]
  }

  private static func lists(_ honest: Bundle, _ json: String, _ signed: Sign, _ with: With) throws
    -> [Mutant]
  {
    let leaves = honest.leaves.map { "\"\($0)\"" }
    let all = leaves.joined(separator: ",")
    func list(_ name: String, _ leaves: [String]) throws -> Mutant {
      try with(
        "\"statements\":[\(all)]", "\"statements\":[\(leaves.joined(separator: ","))]",
        "statements \(name)", .wrong)
    }
    let start = json.range(of: #""pieces":["#)?.upperBound ?? json.startIndex
    let end = json.range(of: #"],"purpose""#)?.lowerBound ?? json.endIndex
    let pieces = json[start..<end].replacingOccurrences(of: "},{", with: "}\n{").split(
      separator: "\n"
    )
    .map(String.init)
    func put(_ name: String, _ pieces: [String], _ expected: Mutant.Expected) throws -> Mutant {
      try signed(
        "pieces: \(name)",
        json.replacingCharacters(in: start..<end, with: pieces.joined(separator: ",")), expected,
        { _ in })
    }
    func edit(_ index: Int, _ old: String, _ new: String) -> [String] {
      pieces.enumerated().map {
        $0.offset == index ? $0.element.replacingOccurrences(of: old, with: new) : $0.element
      }
    }
    let recipients =
      honest.text(DossierPaths.dossier)?.components(separatedBy: #""recipients":["#)
      .last?.prefix { $0 != "]" } ?? ""
    let both = recipients.split(separator: ",").map(String.init)
    let digest = String(both[0].dropFirst().dropLast())
    return try [
      list("without the last", leaves.dropLast()),
      list("without the first", Array(leaves.dropFirst())),
      list("reversed", leaves.reversed()), list("with one twice", leaves + [leaves[0]]),
      list("of none", []),
      list("of one alone", leaves.map { _ in leaves[0] }),
      list("with an unknown one", leaves + [both[0]]),
      list("with two exchanged", [leaves[1], leaves[0]] + leaves[2...]),
      list("with padding", [leaves[0].dropLast() + "=\""] + leaves[1...]),
      put("none", [], .wrong), put("the last left out", pieces.dropLast(), .wrong),
      put("the first left out", Array(pieces.dropFirst()), .wrong),
      put("two of one entry exchanged", [pieces[1], pieces[0]] + pieces[2...], .wrong),
      put("entries exchanged", [pieces[3]] + pieces[..<3], .wrong),
      put("one twice", pieces + [pieces[3]], .wrong),
      put("one twice, another not", pieces.dropLast() + [pieces[0]], .wrong),
      put("another's leaf", edit(0, honest.leaves[4], honest.leaves[7]), .wrong),
      put("a leaf that attaches nothing", edit(0, honest.leaves[4], honest.leaves[0]), .wrong),
      put(
        "a path that climbs", edit(0, "data/pieces/piece-001-lettre.txt", "data/pieces/../../x"),
        .wrong),
      put("an absolute path", edit(0, "data/pieces/piece-001-lettre.txt", "/etc/passwd"), .wrong),
      put(
        "the page as a piece", edit(0, "data/pieces/piece-001-lettre.txt", "data/dossier.html"),
        .wrong),
      put("two at one path", edit(1, "piece-002-photo-d-ete.jpg", "piece-001-lettre.txt"), .wrong),
      put("another number", edit(0, "piece-001", "piece-0001"), .wrong),
      put("withheld and there", edit(0, "}", #","withheld":true}"#), .wrong),
      put("not withheld, in words", edit(0, "}", #","withheld":false}"#), .wrong),
      put(
        "a copy that is not there",
        edit(
          0, #""leaf""#,
          #""copy":{"digest":"\#(digest)","path":"data/pieces/piece-001-copie-lettre.txt","size":1},"leaf""#
        ), .wrong),
      put(
        "a copy of negative size",
        edit(
          0, #""leaf""#,
          #""copy":{"digest":"\#(digest)","path":"data/pieces/piece-001-copie-lettre.txt","size":-1},"leaf""#
        ), .wrong),
      put(
        "an original as a copy",
        edit(
          0, #""leaf""#,
          #""copy":{"digest":"\#(digest)","path":"data/pieces/piece-002-photo-d-ete.jpg","size":700},"leaf""#
        ), .wrong),
      put("an empty copy", edit(0, #""leaf""#, #""copy":{},"leaf""#), .wrong),
      put("a member more", edit(0, #""path""#, #""name":"x","path""#), .wrong),
      put(
        "a null", edit(0, #""path":"data/pieces/piece-001-lettre.txt""#, #""path":null"#), .wrong),
      with("[\(recipients)]", "[\(both[1]),\(both[0])]", "recipients in disorder", .wrong),
      with("[\(recipients)]", "[\(both[0]),\(both[0])]", "a recipient twice", .wrong),
      with("[\(recipients)]", "[\(both[0])]", "a recipient less", .valid),
      with("[\(recipients)]", "[]", "no recipient", .valid),
      with(both[0], both[0].dropLast(2) + "\"", "a short digest", .wrong),
      with(both[0], both[0].dropLast() + "=\"", "a padded digest", .wrong),
      with("[\(recipients)]", "[\"age1a\"]", "a recipient in clear", .wrong),
    ]
  }
}
