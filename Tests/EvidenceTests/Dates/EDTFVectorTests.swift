// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("EDTF vectors")
struct EDTFVectorTests {
  struct Validity: Decodable {
    let edtf: String
    let valid: Bool
    let level: Int?
  }

  struct Bounds: Decodable {
    let edtf: String
    let dates: [String]

    /// One or three dates: the same day is first and last. The last two of three or four are the fuzzy
    /// bounds, which we do not keep.
    var first: String? { dates.first }
    var last: String? { dates.count.isMultiple(of: 2) ? dates.dropFirst().first : dates.first }

    /// Their ten years beside an unknown end are an estimate of one program, not a bound.
    var hasUnknownStart: Bool { edtf.hasPrefix("/") }
    var hasUnknownEnd: Bool { edtf.hasSuffix("/") }
  }

  @Test(
    "EDTF validity vectors: the same verdict at levels 0 and 1",
    .enabled(if: Vectors.areAvailable, "vectors not found"))
  func validityVectors() throws {
    let cases = try Vectors.decode([Validity].self, "edtf/validity.json")
    var refused = 0
    for each in cases {
      let isAccepted = (try? EDTFDate(each.edtf)) != nil
      if each.valid, !isAccepted, each.level ?? 0 > 1 {
        refused += 1
      } else {
        #expect(isAccepted == each.valid, "\(each.edtf)")
      }
    }
    #expect(!cases.isEmpty)
    print("edtf vectors: \(cases.count) validity, of which refused at level 2: \(refused)")
  }

  @Test(
    "EDTF bounds vectors: strict first and last days",
    .enabled(if: Vectors.areAvailable, "vectors not found"))
  func boundsVectors() throws {
    let cases = try Vectors.decode([Bounds].self, "edtf/bounds.json")
    var refused = 0
    for each in cases {
      guard let date = try? EDTFDate(each.edtf) else {
        // A set written with spaces (level 2): the validity vectors call it invalid.
        #expect(each.edtf.contains(" "), "\(each.edtf)")
        refused += 1
        continue
      }
      try #require((1...4).contains(each.dates.count))
      let first = each.hasUnknownStart ? nil : each.first
      let last = each.hasUnknownEnd ? nil : each.last
      #expect(Self.text(date.earliest, open: "-inf") == (first ?? "-inf"), "\(each.edtf)")
      #expect(Self.text(date.latest, open: "inf") == (last ?? "inf"), "\(each.edtf)")
    }
    #expect(!cases.isEmpty)
    print("edtf vectors: \(cases.count) bounds, of which refused at level 2: \(refused)")
  }

  private static func text(_ bound: DateBound?, open: String) -> String {
    guard let day = bound?.day else { return open }
    let size = CivilDay(year: abs(day.year), month: day.month, day: day.day)
    return (day.year < 0 ? "-" : "") + size.text
  }
}
