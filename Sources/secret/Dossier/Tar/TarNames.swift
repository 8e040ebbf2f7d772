// SPDX-License-Identifier: Apache-2.0

/// The names of one archive so far: each file once, on systems that ignore case too, and no file
/// where another needs a folder.
struct TarNames {
  private var files: Set<String> = []
  /// By lower-case spelling.
  private var folders: [String: String] = [:]
  /// The folder of the last file, known already: archives hold runs of neighbours.
  private var lastFolder = ""

  mutating func insert(_ path: SafePath) throws(TarError) {
    guard files.count < TarFormat.mostEntries else { throw .tooManyEntries }
    let text = path.description
    let key = text.lowercased()
    guard folders[key] == nil else { throw .collidingPath }
    guard files.insert(key).inserted else { throw .duplicatePath }
    try insertFolders(of: text)
  }

  private mutating func insertFolders(of text: String) throws(TarError) {
    guard let slash = text.lastIndex(of: "/") else { return }
    guard text[..<slash] != lastFolder else { return }
    for index in text.indices where text[index] == "/" {
      try insertFolder(String(text[..<index]))
    }
    lastFolder = String(text[..<slash])
  }

  private mutating func insertFolder(_ folder: String) throws(TarError) {
    let key = folder.lowercased()
    if let known = folders[key] {
      guard known == folder else { throw .collidingPath }
      return
    }
    guard !files.contains(key) else { throw .collidingPath }
    guard folders.count < TarFormat.mostFolders else { throw .tooManyEntries }
    folders[key] = folder
  }
}
