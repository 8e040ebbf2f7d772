// SPDX-License-Identifier: Apache-2.0

extension BagManifest {
  /// A path as a manifest or `fetch.txt` spells it, and what it may mean.
  struct Spelling {
    let decoded: BagPath
    /// Without percent-decoding, when that differs: bags made by other programs do not encode, and
    /// the file so named is then meant.
    private let literal: BagPath?

    /// `nil`, with a finding, when it leads out of the bag.
    init?(_ spelled: ArraySlice<UInt8>, report: inout BagReport) {
      var path = spelled
      let shown = String(decoding: spelled, as: UTF8.self)
      if path.first == UInt8(ascii: "*") {
        // md5sum and its kin mark files read in binary mode so.
        report.add(.binaryMarker, shown)
        path = path.dropFirst()
      }
      if path.starts(with: Array("./".utf8)) {
        report.add(.relativePath, shown)
        path = path.dropFirst(2)
      }
      guard let literal = BagPath(Array(path)), let decoded = BagPath(Self.percentDecoded(path))
      else {
        report.add(.unsafePath, shown)
        return nil
      }
      self.decoded = decoded
      self.literal = decoded == literal ? nil : literal
    }

    /// The file meant, if it is there.
    func resolved(in listing: BagListing) -> BagPath? {
      if listing.files[decoded] != nil { return decoded }
      return literal.flatMap { listing.files[$0] == nil ? nil : $0 }
    }

    /// `%0A`, `%0D` and `%25`, and only those, stand for LF, CR and `%` (§2.1.3).
    private static func percentDecoded(_ path: ArraySlice<UInt8>) -> [UInt8] {
      guard path.contains(UInt8(ascii: "%")) else { return Array(path) }
      var output: [UInt8] = []
      var rest = path
      while let byte = rest.popFirst() {
        let code = String(decoding: rest.prefix(2), as: UTF8.self).uppercased()
        if byte == UInt8(ascii: "%"), let meant = ["0A": 10, "0D": 13, "25": byte][code] {
          output.append(meant)
          rest = rest.dropFirst(2)
        } else {
          output.append(byte)
        }
      }
      return output
    }
  }
}
