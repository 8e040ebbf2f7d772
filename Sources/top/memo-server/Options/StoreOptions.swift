// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Sodium
import SyncServer
import SyncServerS3
import SyncServerSQLite

/// Where everything is kept: a folder, or a bucket. Credentials come from the environment only
/// (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY): a command line is for all to read.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of an embedded store.", valueName: "DIR"))
  var data: String?
  @Option(
    help: ArgumentHelp("An S3-compatible store: http(s)://host[:port].", valueName: "ENDPOINT"))
  var s3: String?
  @Option(help: ArgumentHelp("Its bucket.", valueName: "B"))
  var bucket: String?
  @Option(help: "Its region; us-east-1 unless said.")
  var region: String?
  @Option(help: "Where the bucket's name goes: path or virtual-host.")
  var s3Style: String?

  /// An embedded store's folder; `nil` for a bucket.
  /// - Throws: ``OperatorFailure`` when neither or both are said.
  func folder() throws -> String? {
    // What the command line says hides what the environment says.
    let isSaid = data != nil || s3 != nil
    let folder = data ?? (isSaid ? nil : Settings().text(.data))
    let endpoint = s3 ?? (isSaid ? nil : Settings().text(.s3))
    guard (folder == nil) != (endpoint == nil) else {
      throw OperatorFailure(.usage, "one of --data and --s3 is needed")
    }
    return folder
  }

  /// - Parameter makes: whether an empty folder becomes a store.
  func open(makes: Bool = true) async throws -> any ObjectStorage {
    if let folder = try folder() {
      guard makes || EmbeddedStorage.isStore(folder) else {
        throw OperatorFailure(.noInput, "there is no store in this folder; nothing was made")
      }
      return try EmbeddedStorage.open(folder)
    }
    let storage = S3Storage(
      try s3Configuration(), environment: S3Environment(now: Serve.now, random: SystemRandom()))
    try await storage.confirmConditions()
    return storage
  }

  private func s3Configuration() throws -> S3Configuration {
    let settings = Settings()
    guard let endpoint = s3 ?? settings.text(.s3), let bucket = bucket ?? settings.text(.bucket)
    else { throw OperatorFailure(.usage, "--s3 and --bucket come together") }
    guard let key = settings.text(.accessKey), let secret = settings.text(.secretKey) else {
      throw OperatorFailure(
        .usage, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are missing in the environment")
    }
    let name = s3Style ?? settings.text(.s3Style) ?? S3Configuration.Style.path.rawValue
    guard let style = S3Configuration.Style(rawValue: name) else {
      throw OperatorFailure(.usage, "--s3-style is path or virtual-host")
    }
    return try S3Configuration(
      endpoint: endpoint, bucket: bucket, region: region ?? settings.text(.region) ?? "us-east-1",
      accessKey: key, secretKey: SecretBytes(copying: Array(secret.utf8)), style: style)
  }
}
