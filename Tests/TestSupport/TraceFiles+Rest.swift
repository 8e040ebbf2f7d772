// SPDX-License-Identifier: Apache-2.0

/// Where something can stand besides what a format shows.
extension TraceFiles {
  // MARK: Recordings

  /// A handler of a track, with its name.
  public static func handler(_ type: String, _ name: [UInt8] = []) -> [UInt8] {
    box("hdlr", big32(0) + big32(0) + Array(type.utf8) + big32(0) + big32(0) + big32(0) + name)
  }

  /// A recording of one track with nothing to tell, and whatever a test puts in it.
  /// - Parameters:
  ///   - track: boxes of the track.
  ///   - samples: boxes of its table of samples.
  public static func film(
    handler: [UInt8] = TraceFiles.handler("vide"), track: [UInt8] = [], samples: [UInt8] = [],
    movie: [UInt8] = []
  ) -> [UInt8] {
    let table = box("minf", box("vmhd", filled(12)) + box("stbl", samples))
    let media = box("mdia", box("mdhd", filled(24)) + handler + table)
    return box("ftyp", Array("isom".utf8) + big32(0))
      + box(
        "moov",
        box("mvhd", filled(100)) + movie + box("trak", box("tkhd", filled(84)) + track + media))
      + box("mdat", [1, 2, 3])
  }

  /// The description of samples of one kind; `compressor` is the name that cameras put there.
  public static func description(_ codec: String, compressor: String = "") -> [UInt8] {
    let name = Array(compressor.utf8)
    let entry = filled(42) + [UInt8(name.count)] + name + filled(31 - name.count) + filled(4)
    return box("stsd", big32(0) + big32(1) + box(codec, entry))
  }

  /// A table that says it has `count` entries; `words` follow.
  public static func table(_ type: String, _ head: [Int], _ words: Int, more: [UInt8] = [])
    -> [UInt8]
  {
    box(type, big32(0) + head.flatMap(big32) + filled(4 * words) + more)
  }

  private static func filled(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  // MARK: HEIC

  /// An image with one item, of which nothing is to be said, and `boxes` beside it.
  public static func heicItems(_ boxes: [UInt8], after: [UInt8] = []) -> [UInt8] {
    let entry = box("infe", [2, 0, 0, 0] + big16(1) + [0, 0] + Array("hvc1".utf8) + [0])
    let information = box("iinf", big32(0) + big16(1) + entry)
    return box("ftyp", Array("heic".utf8) + big32(0))
      + box("meta", big32(0) + handler("pict") + information + boxes) + after
  }

  public static func properties(_ held: [UInt8]) -> [UInt8] { box("iprp", box("ipco", held)) }

  /// The same with an item of XMP whose bytes are where `locations` says, of its place and length.
  public static func heicPacket(
    _ packet: [UInt8], version: UInt8 = 0, locations: (Int, Int) -> [[UInt8]]
  ) -> [UInt8] {
    let mime = Array("application/rdf+xml".utf8) + [0]
    let entry = box("infe", [2, 0, 0, 0] + big16(2) + [0, 0] + Array("mime".utf8) + [0] + mime)
    let information = box("iinf", big32(0) + big16(1) + entry)
    func meta(_ offset: Int) -> [UInt8] {
      let places = locations(offset, packet.count)
      let list = [version, 0, 0, 0, 0x44, 0] + big16(places.count) + places.flatMap { $0 }
      return box("meta", big32(0) + handler("pict") + information + box("iloc", list))
    }
    let start = box("ftyp", Array("heic".utf8) + big32(0))
    return start + meta(start.count + meta(0).count + 8) + box("mdat", packet)
  }

  /// Where item 2 is, in so many pieces.
  public static func location(_ pieces: [(offset: Int, count: Int)], method: Int? = nil) -> [UInt8]
  {
    big16(2) + (method.map(big16) ?? []) + big16(0) + big16(pieces.count)
      + pieces.flatMap { big32($0.offset) + big32($0.count) }
  }

  // MARK: Exif

  /// A structure of one directory with one entry, and bytes after it.
  public static func exif(
    tag: Int, type: Int, count: Int, _ value: [UInt8], link: Int? = nil, rest: [UInt8] = []
  ) -> [UInt8] {
    let entry = Tag(tag: tag, type: type, count: count, value: value)
    let start = Array("MM\0*".utf8) + big32(8)
    guard let link else { return start + directory([entry], at: 8) + rest }
    let first = directory([.long(link, 0)], at: 8)
    return start + directory([.long(link, 8 + first.count)], at: 8)
      + directory([entry], at: 8 + first.count) + rest
  }

  /// A thumbnail's directory after the image's, with bytes between the two.
  public static func exifPair(between: [UInt8] = []) -> [UInt8] {
    let orientation = Tag.short(0x0112, 1)
    let first = directory([orientation], at: 8).count
    return Array("MM\0*".utf8) + big32(8)
      + directory([orientation], at: 8, next: 8 + first + between.count) + between
      + directory([orientation], at: 8 + first + between.count)
  }
}
