// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncServer
import SyncServerSQLite

/// Where everything is kept.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of an embedded store.", valueName: "DIR"))
  var data: String?

  /// An embedded store's folder; `nil` for another store.
  func folder() throws -> String {
    guard let folder = data ?? Settings().text(.data) else {
      throw OperatorFailure(.usage, "--data is missing")
    }
    return folder
  }

  func open() throws -> any ObjectStorage { try EmbeddedStorage.open(folder()) }
}
