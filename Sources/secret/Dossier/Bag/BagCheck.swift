// SPDX-License-Identifier: Apache-2.0

/// One check of one listing, finding by finding.
struct BagCheck {
  let listing: BagListing
  var report = BagReport()
  /// What a bag whose declaration is wrong is read as: everything else is still reported.
  private var declaration = BagDeclaration(version: .v10, encoding: .utf8)
  private var manifests: [(name: ManifestName, manifest: CheckedManifest)] = []

  init(_ listing: BagListing) { self.listing = listing }

  mutating func run() {
    for finding in listing.findings { report.add(finding.kind, finding.path) }
    checkDeclaration()
    readManifests()
    checkAlgorithms()
    checkPayload()
    checkTagFiles()
    checkInformation()
    checkFetch()
    checkCollisions()
  }

  private mutating func checkDeclaration() {
    let name = BagFormat.declaration
    guard let path = BagPath(name), let bytes = listing.tagBytes[path] else {
      return report.add(.missingDeclaration, name)
    }
    switch BagDeclaration.parse(bytes) {
    case .success(let parsed): declaration = parsed
    case .failure(.malformed): report.add(.malformedDeclaration, name)
    case .failure(.unsupportedVersion): report.add(.unsupportedVersion, name)
    case .failure(.unsupportedEncoding): report.add(.unsupportedEncoding, name)
    }
  }

  /// UTF-8 of a tag file in the encoding declared.
  private mutating func text(of path: BagPath) -> [UInt8]? {
    guard let bytes = listing.tagBytes[path] else { return nil }
    let text = declaration.encoding.decode(bytes)
    if text == nil { report.add(.undecodableTagFile, path.description) }
    return text
  }

  // MARK: Manifests

  private mutating func readManifests() {
    for path in listing.tagBytes.keys.sorted() {
      guard let name = ManifestName(path.description), let text = text(of: path) else { continue }
      let parsed = BagManifest(text, name: path.description, report: &report)
      let checked = CheckedManifest(
        parsed, path: path, name: name, listing: listing, report: &report)
      manifests.append((name, checked))
    }
  }

  private mutating func checkAlgorithms() {
    let payload = manifests.filter { !$0.name.isTagManifest }
    if payload.isEmpty { report.add(.missingManifest) }
    let isChecked = payload.contains { $0.name.algorithm != nil }
    for (name, manifest) in manifests where name.algorithm == nil {
      let isFatal = !isChecked && !name.isTagManifest
      report.add(isFatal ? .unsupportedAlgorithm : .uncheckedAlgorithm, manifest.path.description)
    }
  }

  // MARK: Files

  private mutating func checkPayload() {
    if !listing.hasPayloadFolder { report.add(.missingPayloadFolder, BagFormat.payloadFolder) }
    let listed = manifests.filter { !$0.name.isTagManifest }.map(\.manifest.listed)
    for path in listing.files.keys.filter(\.isPayload).sorted() {
      let count = listed.count { $0.contains(path) }
      guard count < listed.count || count == 0 else { continue }
      // RFC 8493 §3: in 1.0 every manifest lists every file; before, one was enough.
      let isMissing = count == 0 || declaration.version == .v10
      report.add(isMissing ? .unlistedPayloadFile : .notInEveryManifest, path.description)
    }
  }

  private mutating func checkTagFiles() {
    let listed = manifests.filter(\.name.isTagManifest).map(\.manifest.listed)
    for path in listing.files.keys.filter({ !$0.isPayload }).sorted() {
      if path.isAtTop, ManifestName(path.description)?.isTagManifest == true { continue }
      if !listed.contains(where: { $0.contains(path) }) {
        report.add(.unlistedTagFile, path.description)
      }
    }
  }

  private mutating func checkInformation() {
    guard let path = BagPath(BagFormat.information), let text = text(of: path) else { return }
    let information = BagInformation(text)
    if !information.isWellFormed { report.add(.malformedInformation, path.description) }
    let stated = information.values(BagFormat.payloadOxum)
    if stated.count > 1 { report.add(.looseSpelling, path.description) }
    let actual = payloadOxum
    for value in stated where value != actual {
      report.add(.payloadOxumMismatch, path.description)
    }
  }

  private var payloadOxum: String? {
    var bytes: UInt64 = 0
    let payload = listing.files.filter(\.key.isPayload)
    for file in payload.values {
      let (sum, overflow) = bytes.addingReportingOverflow(file.size)
      if overflow { return nil }
      bytes = sum
    }
    return Bag.payloadOxum(bytes: bytes, files: payload.count)
  }

  /// `fetch.txt` (§2.2.3): URL, length, path. We never fetch: a bag whose files are all there is still
  /// sound, one that needs fetching is incomplete.
  private mutating func checkFetch() {
    guard let path = BagPath(BagFormat.fetch), let text = text(of: path) else { return }
    report.add(.fetchUnsupported, path.description)
    for line in TagLines.split(text) where !line.isEmpty {
      let fields = line.split(maxSplits: 2) { $0 == 32 || $0 == 9 }
      guard fields.count == 3 else {
        report.add(.malformedManifest, path.description)
        continue
      }
      let spelled = String(decoding: fields[2], as: UTF8.self)
      guard let entry = BagManifest.Spelling(fields[2], report: &report) else { continue }
      if !entry.decoded.isPayload { report.add(.misplacedPath, spelled) }
      if entry.resolved(in: listing) == nil { report.add(.missingFile, spelled) }
    }
  }

  /// Two names that become one on systems that ignore case.
  private mutating func checkCollisions() {
    var paths = Set(listing.files.keys)
    for (_, manifest) in manifests { paths.formUnion(manifest.listed) }
    var seen: Set<[UInt8]> = []
    for path in paths.sorted() where !seen.insert(path.folded).inserted {
      report.add(.caseCollision, path.description)
    }
  }
}
