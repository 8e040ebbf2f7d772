// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import GRDB
public import Sodium
internal import SyncServer

extension EmbeddedStorage {
  /// Objects of up to so many bytes are rows: one write to the disk where a file needs three, and no file of 4 KiB for a
  /// segment of 1 KiB.
  public static let defaultRowLimit = 16 << 10

  /// Whether there is a store in a folder.
  public static func isStore(_ folder: String) -> Bool {
    Files.exists(StorageFolder(path: folder).database)
  }

  /// Opens the store in `folder`, or makes one where there is nothing yet; removes what an interruption left.
  /// - Throws: ``StorageOpeningError``, ``SyncServer/StorageError``.
  public static func open(
    _ folder: String, rowLimit: Int = defaultRowLimit, random: any RandomSource = SystemRandom()
  ) throws -> EmbeddedStorage {
    try StorageError.mapping {
      let folder = StorageFolder(path: folder)
      try prepare(folder)
      let lock = try acquireLock(folder)
      // SQLite would make it with the process's mask; its journal then takes the mode of this file.
      if !Files.exists(folder.database) { _ = try OpenFile.creating(folder.database) }
      let database = try connect(folder)
      try database.write { database in
        guard try Schema.isEmpty(database) else { return try Schema.check(database) }
        // Files without the rows that name them were a store once.
        guard try folder.present().isEmpty else { throw StorageError.damaged }
        try Schema.create(database)
      }
      try folder.createShards()
      let storage = EmbeddedStorage(
        folder: folder, lock: lock, database: database, rowLimit: rowLimit, random: random)
      storage.sweep()
      return storage
    }
  }

  /// The folder, to its owner alone. One that holds something else is left as it is.
  private static func prepare(_ folder: StorageFolder) throws {
    try Files.createFolder(folder.path, parents: true)
    let names = try Files.names(in: folder.path)
    let isOurs = Files.exists(folder.database) || Files.isFolder(folder.objects)
    guard names.isEmpty || names == ["lock"] || isOurs else { throw StorageOpeningError.foreign }
    try Files.restrictFolder(folder.path)
    if names.isEmpty { try Files.synchronizeFolder(Files.parent(of: folder.path)) }
  }

  private static func acquireLock(_ folder: StorageFolder) throws -> FileLock {
    do {
      return try FileLock.acquire(folder.lock)
    } catch FileError.busy {
      throw StorageOpeningError.busy(holder: FileLock.holder(of: folder.lock))
    }
  }

  private static func connect(_ folder: StorageFolder) throws -> DatabaseQueue {
    var configuration = Configuration()
    // An operator may look into it with other tools.
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      // Before anything that could write: a later version may keep its journal otherwise.
      try Schema.checkVersion(database)
      // A rollback journal: SQLite before 3.51.3 has a WAL-reset bug with several connections. What is erased is
      // overwritten.
      try database.execute(
        sql: """
          PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
          """)
    }
    return try DatabaseQueue(path: folder.database, configuration: configuration)
  }

  /// Removes the files that no row names, unless anything is wrong: a damaged database may have lost the row of a file
  /// that is somebody's evidence. What is wrong is said by whoever reads it, not here.
  private func sweep() {
    guard let present = try? folder.present(), let named = try? database.read(ObjectRow.files),
      case let orphans = present.subtracting(named), !orphans.isEmpty, named.isSubset(of: present),
      let said = try? database.read({ try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }),
      said == ["ok"]
    else { return }
    for file in orphans { try? folder.remove(file) }
  }
}
