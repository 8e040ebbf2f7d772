// SPDX-License-Identifier: Apache-2.0
import Dossier
import Hashing
import Sodium
import TestSupport
import Testing

@Suite("BagValidator")
struct BagValidatorTests {
  private typealias Kind = BagFinding.Kind

  private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let zeros = String(repeating: "0", count: 64)

  @Test("a bag written here is valid, without a finding")
  func sound() throws {
    let report = try BagSamples.sound().report
    #expect(report.findings == [])
    #expect(report.outcome == .valid)
  }

  @Test("names all that is wrong, not only the first")
  func everything() throws {
    var bag = try BagSamples.sound()
    bag.files["data/a.txt"] = text("b\n")
    bag.files["data/sub/b"] = nil
    bag.files["data/new"] = []
    bag.files["note"] = []
    bag.files["bag-info.txt"] = text("Contact-Name: x\n")
    let report = bag.report
    #expect(report.outcome == .invalid)
    #expect(
      Set(report.findings) == [
        BagFinding(.digestMismatch, "data/a.txt"), BagFinding(.missingFile, "data/sub/b"),
        BagFinding(.unlistedPayloadFile, "data/new"), BagFinding(.unlistedTagFile, "note"),
        BagFinding(.digestMismatch, "bag-info.txt"),
      ])
  }

  @Test("an unlisted tag file is a warning, which a caller may take for more")
  func unlistedTagFile() throws {
    var bag = try BagSamples.sound()
    bag.files["tagmanifest-sha256.txt.minisig"] = [1]
    #expect(bag.report.findings == [BagFinding(.unlistedTagFile, "tagmanifest-sha256.txt.minisig")])
    #expect(bag.report.outcome == .warnings)
  }

  @Test(
    "refuses any other declaration",
    arguments: [
      ("", Kind.malformedDeclaration), ("BagIt-Version: 1.0\n", .malformedDeclaration),
      ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", .malformedDeclaration),
      ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n", .malformedDeclaration),
      ("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n", .malformedDeclaration),
      ("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", .malformedDeclaration),
      ("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n", .malformedDeclaration),
      ("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", .unsupportedVersion),
      ("BagIt-Version: 1.0\nTag-File-Character-Encoding: EBCDIC\n", .unsupportedEncoding),
    ])
  func declarations(_ declaration: String, _ kind: BagFinding.Kind) throws {
    var bag = try BagSamples.sound()
    bag.files["bagit.txt"] = text(declaration)
    try bag.list()
    #expect(bag.report.findings == [BagFinding(kind, "bagit.txt")])
    bag.files["bagit.txt"] = nil
    try bag.list()
    #expect(bag.report.findings == [BagFinding(.missingDeclaration, "bagit.txt")])
  }

  @Test(
    "a line that leads out of the bag is refused",
    arguments: [
      "/etc/passwd", "../canary", "data/../../canary", "~/x", "~root/x", "C:\\x", "C:/x", "c:x",
      "\\\\host\\x", "%HomeDrive%\\x", "data\\..\\..\\x", "./../x", "data//x", "data/", ".",
      "*../x",
      "data/.", "././x", "%25HomeDrive%25\\x", "%2525/../x",
    ])
  func unsafe(_ path: String) throws {
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt", "fetch.txt"] {
      var bag = try BagSamples.sound()
      let start = name == "fetch.txt" ? "https://example.org/ - " : Self.zeros + "  "
      bag.files[name, default: []] += text(start + path + "\n")
      if name != "tagmanifest-sha256.txt" { try bag.listTags() }
      #expect(bag.report.findings.contains(BagFinding(.unsafePath, path)), "\(name)")
      #expect(bag.report.outcome == .invalid)
    }
  }

  @Test(
    "refuses what is not a manifest line",
    arguments: [
      "x  data/a.txt", "00", "00  ", "  data/a.txt", "0  data/a.txt", "# a note", "00 data/a.txt",
    ])
  func malformedLines(_ line: String) throws {
    var bag = try BagSamples.sound()
    bag.files["manifest-sha256.txt"]? += text(line + "\n")
    try bag.listTags()
    #expect(bag.report.findings.contains(BagFinding(.malformedManifest, "manifest-sha256.txt")))
  }

  @Test("what other programs write is understood, with a warning where it is loose")
  func otherSpellings() throws {
    var bag = try BagSamples.sound()
    bag.files["data/100%.txt"] = [1]
    bag.files["data/line\nbreak"] = [2]
    bag.files["data/Été (1).txt"] = [3]
    let digests = bag.files.mapValues { Hex.encode(SHA256.hash($0).bytes) }
    func digest(_ name: String) -> String { digests[name] ?? "" }
    bag.files["manifest-sha256.txt"] = text(
      """
      \(digest("data/a.txt").uppercased()) *./data/a.txt\r
      \(digest("data/sub/b"))\tdata/sub/b\r
      \(digest("data/100%.txt"))  data/100%25.txt\r
      \(digest("data/line\nbreak"))  data/line%0abreak\r
      \(digest("data/Été (1).txt"))  data/Été (1).txt
      """)
    bag.files["tagmanifest-sha256.txt"] = nil
    bag.files["bag-info.txt"] = nil
    #expect(
      Set(bag.report.findings.map(\.kind)) == [.binaryMarker, .relativePath, .unlistedTagFile])
    bag.files["data/100%.txt"] = nil
    bag.files["data/100%25.txt"] = [1]
    #expect(bag.report.outcome == .warnings)
  }

  @Test("entries twice: the same is a warning, different digests are not")
  func twice() throws {
    var bag = try BagSamples.sound()
    let line = Bag.manifest([(try SafePath("data/a.txt"), SHA256.hash(text("a\n")))])
    bag.files["manifest-sha256.txt"]? += line
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.repeatedEntry, "data/a.txt")])
    bag.files["manifest-sha256.txt"]? += text(Self.zeros + "  data/a.txt\n")
    try bag.listTags()
    #expect(bag.report.findings.contains(BagFinding(.conflictingDigests, "data/a.txt")))
  }

  @Test("manifests list what they are for")
  func misplaced() throws {
    var bag = try BagSamples.sound()
    let info = Bag.manifest([(try SafePath("bagit.txt"), SHA256.hash(Bag.declaration))])
    bag.files["manifest-sha256.txt"]? += info
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.misplacedPath, "bagit.txt")])
    bag = try BagSamples.sound()
    bag.files["tagmanifest-sha256.txt"]? += Bag.manifest([
      (try SafePath("data/a.txt"), SHA256.hash(text("a\n")))
    ])
    #expect(bag.report.findings == [BagFinding(.misplacedPath, "data/a.txt")])
  }

  @Test(
    "SHA-512 is checked; MD5 alone is refused for that reason only; beside SHA-256 it is not checked"
  )
  func algorithms() throws {
    var bag = try BagSamples.sound()
    let sha256 = bag.files["manifest-sha256.txt"]
    let names = ["data/a.txt", "data/sub/b"]
    bag.files["manifest-sha256.txt"] = nil
    bag.files["manifest-sha512.txt"] = text(
      names.map { "\(Hex.encode(SHA512.hash(bag.files[$0] ?? [])))  \($0)\n" }.joined())
    try bag.listTags()
    #expect(bag.report.outcome == .valid)
    let sound = bag.files["manifest-sha512.txt"]
    bag.files["manifest-sha512.txt"] = text(
      names.map { "\(Hex.encode(SHA512.hash([])))  \($0)\n" }.joined())
    try bag.listTags()
    #expect(bag.report.findings.map(\.kind) == [.digestMismatch, .digestMismatch])
    bag.files["manifest-sha512.txt"] = nil
    bag.files["manifest-md5.txt"] = text(names.map { "00  \($0)\n" }.joined())
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.unsupportedAlgorithm, "manifest-md5.txt")])
    #expect(bag.report.isRefusedForAlgorithmOnly)
    bag.files["manifest-sha256.txt"] = sha256
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.uncheckedAlgorithm, "manifest-md5.txt")])
    bag.files["manifest-md5.txt"] = nil
    bag.files["manifest-sha512.txt"] = sound
    try bag.listTags()
    #expect(bag.report.outcome == .valid)
    bag.files["manifest-sha256.txt"] = nil
    bag.files["manifest-sha512.txt"] = nil
    try bag.listTags()
    #expect(bag.report.findings.contains(BagFinding(.missingManifest)))
  }

  @Test("a digest that nobody computed is never a check that passed")
  func digestNotComputed() throws {
    var listing = try BagSamples.sound().listing
    let path = try #require(BagPath("data/a.txt"))
    listing.add(path, BagFile(size: 2, digests: [:]))
    #expect(BagValidator.validate(listing).outcome == .invalid)
  }

  @Test("in 1.0 every manifest lists every file; in 0.97 one is enough")
  func everyManifest() throws {
    var bag = try BagSamples.sound()
    bag.files["manifest-sha512.txt"] = text(
      Hex.encode(SHA512.hash(bag.files["data/a.txt"] ?? [])) + "  data/a.txt\n")
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.unlistedPayloadFile, "data/sub/b")])
    bag.files["bagit.txt"] = text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.notInEveryManifest, "data/sub/b")])
  }

  @Test("fetch.txt is reported; what it would bring is missing")
  func fetch() throws {
    var bag = try BagSamples.sound()
    bag.files["fetch.txt"] = text("https://example.org/ 2 data/a.txt\n")
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.fetchUnsupported, "fetch.txt")])
    bag.files["fetch.txt"]? += text("https://example.org/ - data/c\n")
    try bag.listTags()
    #expect(bag.report.findings.contains(BagFinding(.missingFile, "data/c")))
  }

  @Test("bag-info: wrong Payload-Oxum and lines without a colon are errors, loose blanks are not")
  func information() throws {
    var bag = try BagSamples.sound()
    for (content, kind) in [
      ("Payload-Oxum: 5.3\n", Kind.payloadOxumMismatch),
      ("Payload-Oxum: 99999999999999999999.2\n", .payloadOxumMismatch),
      ("nothing\n", .malformedInformation), (" going on with nothing\n", .malformedInformation),
    ] {
      bag.files["bag-info.txt"] = text(content)
      try bag.listTags()
      #expect(bag.report.findings == [BagFinding(kind, "bag-info.txt")])
    }
    bag.files["bag-info.txt"] = text("payload-oxum  :\t5.2  \r\nNote: a\r\n   b: c\r\n\r\n")
    try bag.listTags()
    #expect(bag.report.outcome == .valid)
  }

  @Test("tag files in the encoding declared; bytes that are not of it are refused")
  func encodings() throws {
    var bag = try BagSamples.sound()
    bag.files["bag-info.txt"] = text("A: ") + [0xE9] + text("\nPayload-Oxum: 5.2\n")
    try bag.listTags()
    #expect(bag.report.findings == [BagFinding(.undecodableTagFile, "bag-info.txt")])
    bag.files["bagit.txt"] = text("BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n")
    try bag.listTags()
    #expect(bag.report.outcome == .valid)
    bag.files["bagit.txt"] = text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n")
    for name in ["bag-info.txt", "manifest-sha256.txt"] {
      let units = String(decoding: bag.files[name] ?? [], as: UTF8.self).utf16
      bag.files[name] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    try bag.listTags()
    let tags = bag.files["tagmanifest-sha256.txt"] ?? []
    bag.files["tagmanifest-sha256.txt"] = tags.flatMap { [0, $0] }
    // UTF-16 of one replacement character and of nothing else is what is left of the byte 0xE9.
    #expect(bag.report.outcome == .valid)
  }

  @Test("names that differ only in case are a warning")
  func caseCollision() throws {
    var bag = try BagSamples.sound()
    bag.files["data/A.TXT"] = []
    bag.files["bag-info.txt"] = text("A: b\n")
    try bag.list()
    #expect(bag.report.findings == [BagFinding(.caseCollision, "data/a.txt")])
  }

  @Test("tag files cut short, with flipped bits or random bytes never pass unseen and never trap")
  func damage() throws {
    let random = SeededRandom(seed: "bag")
    let sound = try BagSamples.sound()
    for name in ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"] {
      let bytes = try #require(sound.files[name])
      var others = (0..<bytes.count).map { Array(bytes.prefix($0)) }
      for position in bytes.indices {
        var flipped = bytes
        flipped[position] ^= 1 << UInt8(position % 8)
        others.append(flipped)
      }
      others += [1, 31, 500].map { random.bytes($0) }
      for other in others {
        var bag = sound
        bag.files[name] = other
        // The tag manifest has nothing over it but the signature: the loss of its last newline, and a
        // digit in the other case, leave it saying the same.
        if name == "tagmanifest-sha256.txt" {
          _ = bag.report
        } else {
          #expect(bag.report.outcome != .valid)
        }
      }
    }
  }
}
