// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// The fictional case of the demonstration, which runs the rest of it.
@Suite("The case", .enabled(if: Command.isUsable("python3"), "python3 not found"))
struct CaseTests {
  private func make(_ folder: TemporaryFolder, _ name: String) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "Scripts/case")
    let result = try Command.run(["python3", script.path, folder.file(name)])
    #expect(result.status == 0, "\(result.errorText)")
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("it is made the same twice, and holds what it says: contacts, facts, files")
  func made() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try make(folder, name) }
    #expect(try Command.run(["diff", "-r", "a", "b"], in: folder.path).status == 0)
    #expect(try names(folder.file("a/contacts")).count == 6)
    let lines = try folder.read("a/faits.jsonl").split(separator: 0x0A)
    #expect(lines.count + (try names(folder.file("a/faits")).count) == 20)
    let pieces = try names(folder.file("a/pieces"))
    #expect(
      Set(pieces.map { $0.split(separator: ".").last ?? "" })
        == ["eml", "jpg", "pdf", "png", "txt", "wav"] && pieces.count == 7)
  }

  /// Python's library alone: whatever else reads pictures is not on every machine.
  @Test("its files are what their names say")
  func files() throws {
    let folder = try TemporaryFolder()
    try make(folder, "a")
    let program = """
      import email, email.policy, glob, re, struct, wave, zlib
      photo = open(glob.glob("*.jpg")[0], "rb").read()
      assert photo[:2] == b"\\xff\\xd8" and photo[-2:] == b"\\xff\\xd9" and photo[6:12] == b"Exif\\0\\0"
      assert b"2022:11:12 07:12:04" in photo and struct.pack(">H", 0x8825) in photo
      png = open(glob.glob("*.png")[0], "rb").read()
      at, data = 8, b""
      while at < len(png):
          size, kind = struct.unpack(">I4s", png[at:at + 8])
          body = png[at + 8:at + 8 + size]
          assert zlib.crc32(kind + body) == struct.unpack(">I", png[at + 8 + size:at + 12 + size])[0]
          if kind == b"IHDR": width, height = struct.unpack(">II", body[:8])
          if kind == b"IDAT": data += body
          at += 12 + size
      assert len(zlib.decompress(data)) == height * (1 + 3 * width)
      for name in glob.glob("*.pdf"):
          pdf = open(name, "rb").read()
          table = int(re.search(rb"startxref\\n(\\d+)", pdf)[1])
          assert pdf[table:table + 4] == b"xref" and b"/Author" in pdf
          places = [int(p) for p in re.findall(rb"(\\d{10}) 00000 n", pdf[table:])]
          assert all(pdf[p:].startswith(b"%d 0 obj" % n) for n, p in enumerate(places, 1))
      assert wave.open(glob.glob("*.wav")[0]).getnframes() == 48000
      letter = email.message_from_binary_file(open(glob.glob("*.eml")[0], "rb"), policy=email.policy.default)
      assert len(letter.get_all("Received")) == 2 and "Tilio" in letter.get_content()
      """
    let result = try Command.run(["python3", "-c", program], in: folder.file("a/pieces"))
    #expect(result.status == 0, "\(result.errorText)")
  }
}
