// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import TestSupport
import Hashing
import Remote
import Sodium
import TransparencyLog

/// Proofs of another place, another log or another time; listed and signed again by the very key.
extension Mutants {
  static func proofs(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    // Which file proves the exporting device's places 7 and 8, and the other device's place 1.
    func path(_ device: Int, _ place: Int) -> String {
      let leaf = forge.devices[device].lines[place].leafText
      return DossierPaths.proof((honest.leaves.firstIndex(of: leaf) ?? -1) + 1)
    }
    let (seventh, eighth, other) = (path(0, 7), path(0, 8), path(1, 1))
    func put(
      _ name: String, _ bytes: [UInt8], at path: String? = nil, _ expected: Mutant.Expected = .wrong
    ) throws -> Mutant {
      var bundle = honest
      bundle[path ?? seventh] = bytes
      try bundle.resign()
      return Mutant("proof: \(name)", bundle, expected)
    }
    let text = honest.text(seventh) ?? ""
    func edit(_ old: String, _ new: String, _ expected: Mutant.Expected = .wrong) throws -> Mutant {
      let edited = text.replacingOccurrences(of: old, with: new)
      precondition(edited != text, "nothing to replace: \(old)")
      return try put("\(old) becomes \(new.prefix(50))", Array(edited.utf8), expected)
    }
    let origin = Origin(
      vault: forge.vault, device: forge.devices[0].id, log: forge.devices[0].log
    ).description
    let proof = try forge.proof(0, 7)
    func noted(_ text: String, by signers: [NoteSigner]) throws -> [UInt8] {
      let note = try SignedNote.sign(text: text, by: signers)
      let start = proof.encoded.prefix(proof.encoded.count - proof.checkpoint.encoded.count)
      return start + note.encoded
    }
    let signer = try NoteSigner(name: origin, key: forge.devices[0].logKey)
    let stranger = try NoteSigner(
      name: "temoin.example", key: Ed25519.SigningKey(seed: forge.random.secret(32)))
    let imposter = try NoteSigner(name: origin, key: forge.devices[1].logKey)
    let head = proof.checkpoint.checkpoint.text
    let lines = head.split(separator: "\n").map(String.init)
    func headed(_ name: String, _ origin: String, _ size: String, _ root: String, more: String = "")
      throws -> Mutant
    {
      let signer = try NoteSigner(name: origin, key: forge.devices[0].logKey)
      return try put(name, noted("\(origin)\n\(size)\n\(root)\n\(more)", by: [signer]))
    }
    let signature = proof.checkpoint.note.signatures[0]
    let forged = String(decoding: signature.line, as: UTF8.self).dropLast(8) + "AAAAAA=="
    let own = text + "",
      bad = text.replacingOccurrences(
        of: String(decoding: signature.line, as: UTF8.self), with: String(forged))
    let foreign = try Forge(seed: "foreign").vault.base32
    var mutants = try [
      put("another statement's", honest[eighth] ?? []), put("of another log", honest[other] ?? []),
      put("the other log's, of another place", forge.proof(1, 2).encoded, at: other),
      put("to an older head", forge.proof(0, 7, size: 8).encoded),
      put("signed by another device", forge.proof(0, 7, key: forge.devices[1].logKey).encoded),
      put("signed by the dossier key", forge.proof(0, 7, key: forge.devices[0].dossierKey).encoded),
      put("with a stranger's signature", noted(head, by: [signer, stranger]), .valid),
      put("with a stranger's signature first", noted(head, by: [stranger, signer]), .valid),
      put("with an imposter's signature", noted(head, by: [signer, imposter]), .valid),
      put("signed by a stranger only", noted(head, by: [stranger])),
      put("signed by an imposter only", noted(head, by: [imposter])),
      put(
        "signed by a hundred", noted(head, by: [signer] + Array(repeating: stranger, count: 99)),
        .valid),
      put("signed twice", noted(head, by: [signer, signer]), .valid),
      put("a false signature after the right one", Array((own + forged + "\n").utf8), .valid),
      put(
        "a false signature before the right one",
        Array((bad + String(decoding: signature.line, as: UTF8.self) + "\n").utf8)),
      put("an extension", noted(head + "extra\n", by: [signer])),
      headed(
        "of another vault",
        "memo/\(foreign)/" + lines[0].split(separator: "/")[2...].joined(separator: "/"), lines[1],
        lines[2]),
      headed("of another program", "exemple.fr/journal", lines[1], lines[2]),
      headed("of a size beyond the log", lines[0], "10", lines[2]),
      headed("of size 0", lines[0], "0", lines[2]), headed("of size 7", lines[0], "7", lines[2]),
      headed("of a size of 64 bits", lines[0], "18446744073709551615", lines[2]),
      headed("of a size beyond 64 bits", lines[0], "18446744073709551616", lines[2]),
      headed("of another root", lines[0], lines[1], String(lines[2].dropLast(3)) + "AA="),
      edit("tlog-proof@v1", "tlog-proof@v2"), edit("index 7", "index 07"),
      edit("index 7", "index 6"),
      edit("index 7", "index 18446744073709551616"), edit("index 7", "index +7"),
      edit("index 7\n", "index 7\r\n"),
      edit("index 7", "extra bWVtbw==\nindex 7"), edit("index 7\n", "index 7\n\n"),
      edit("\n\n", "\n"),
      edit("— ", "- "), edit("— ", "—  "), edit("=\n\n", "\n\n"), edit("— memo/", "— mémo/"),
    ]
    let hashes = text.components(separatedBy: "\n")[2...].prefix { !$0.isEmpty }
    mutants += try [
      edit(hashes[2] + "\n", ""), edit(hashes[2] + "\n", hashes[2] + "\n" + hashes[2] + "\n"),
      edit(hashes[2] + "\n" + hashes[3], hashes[3] + "\n" + hashes[2]),
      edit(hashes[2], String(repeating: hashes[2] + "\n", count: 64) + hashes[2]),
      put("a line more", Array((text + "x\n").utf8)),
      put("a name with a plus", Array((text + "— a+b AAAAAAA=\n").utf8)),
      put("a name with a space of another kind", Array((text + "— a\u{A0}b AAAAAAA=\n").utf8)),
      put("a short signature", Array((text + "— a AAAA\n").utf8)),
      put("a signature of five bytes", Array((text + "— a AAAAAAA=\n").utf8), .valid),
      put("a signature with bits to spare", Array((text + "— a AAAAAAB=\n").utf8)),
      put("no signature", Array((text.components(separatedBy: "— ")[0]).utf8)), put("nothing", []),
      put("no final newline", Array(text.dropLast().utf8)),
      put(
        "signed by more than a hundred",
        Array((text + String(repeating: "— a AAAAAAA=\n", count: 100)).utf8)),
    ]
    var short = honest
    for (index, place) in [1, 2, 3, 4, 6, 7].enumerated() where index > 0 || place == 1 {
      short[path(0, place)] = try forge.proof(0, place, size: 9).encoded
    }
    short[path(0, 8)] = try forge.proof(0, 8).encoded
    try short.resign()
    return mutants + [Mutant("proof: made again, the same", short, .valid)]
  }
}
