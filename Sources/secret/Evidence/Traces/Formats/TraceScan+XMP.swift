// SPDX-License-Identifier: Apache-2.0

/// XMP packets (ISO 16684-1), by the names of their properties.
extension TraceScan {
  /// A property that is neither known to tell nor known to be harmless is a text that is not shown.
  mutating func scanXMP(_ packet: [UInt8]) {
    // As UTF-16 it has a zero byte beside every letter.
    let text = packet.filter { $0 != 0 }
    let names = Self.names(in: text)
    var told: Set<Trace> = names.isEmpty ? [.comment] : []
    for name in names where !Self.harmless.contains(name) {
      told.insert(Self.kind(of: name))
    }
    // Nothing that keeps it back so far: then there must be nothing else in it either.
    if !told.contains(where: \.holdsBack) {
      let read = XMPPacket(
        bytes: text, harmless: Self.harmless.contains, isProgram: { Self.kind(of: $0) == .software }
      )
      if !read.isPlain { told.insert(.comment) }
    }
    found.formUnion(told)
  }

  private static func kind(of name: String) -> Trace {
    let local = Array(name.utf8)
    return properties.first { local.holds(anyOf: $0.names) }?.trace ?? .comment
  }

  private static let mostNames = 4096

  /// `prefix:name` wherever a name may stand; those of XML and RDF themselves are left out.
  private static func names(in text: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var start: Int?
    for index in text.indices where names.count < mostNames {
      let byte = text[index]
      if Self.isNameByte(byte) { continue }
      if let start, index - start > 1, index - start <= 80 {
        let parts = text[(start + 1)..<index].split(separator: UInt8(ascii: ":"))
        let prefix = parts.first.map { ScanBytes.latin($0) } ?? ""
        if parts.count == 2, !["x", "xml", "xmlns", "rdf"].contains(prefix) {
          names.insert(prefix + ":" + ScanBytes.latin(parts[1]))
        }
      }
      let opens = byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte <= 0x20
      start = opens ? index : nil
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  /// Dates, sizes, forms of a file.
  private static let harmless: Set<String> = [
    "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmp:Rating", "dc:format", "dc:date",
    "dc:language", "pdf:PDFVersion", "pdf:Trapped", "pdfaid:part", "pdfaid:conformance",
    "xmpMM:VersionID", "xmpMM:RenditionClass", "photoshop:DateCreated", "photoshop:ColorMode",
    "tiff:Orientation", "tiff:XResolution", "tiff:YResolution", "tiff:ResolutionUnit",
    "tiff:ImageWidth", "tiff:ImageLength", "exif:PixelXDimension", "exif:PixelYDimension",
    "exif:ColorSpace", "exif:DateTimeOriginal",
  ]

  /// The first that stands in a name says what it is; programs come before creators.
  private static let properties: [(trace: Trace, names: [String])] = [
    (.software, ["CreatorTool", "Producer", "DocumentID", "InstanceID", "xmptk"]),
    (.location, ["GPS", "City", "Location", "Country", "State", "geo", "Venue", "titude"]),
    (
      .author,
      ["creator", "Artist", "Owner", "uthor", "Creator", "Credit", "ights", "Person", "riter"]
    ),
    (.device, ["Make", "Model", "Serial", "Lens", "evice", "ImageUniqueID", "irmware"]),
    (.embedded, ["humbnail", "MotionPhoto", "MicroVideo", "GImage", "Extended", "Container"]),
  ]
}
