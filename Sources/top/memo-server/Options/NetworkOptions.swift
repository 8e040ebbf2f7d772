// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncServer

/// How devices reach the server.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Address and port; 127.0.0.1:8470 unless said.", valueName: "HOST:PORT"))
  var listen: String?
  @Option(help: ArgumentHelp("A PEM file with the certificate and its chain.", valueName: "FILE"))
  var tlsCertificate: String?
  @Option(help: ArgumentHelp("A PEM file with the certificate's key.", valueName: "FILE"))
  var tlsKey: String?
  @Option(
    help: ArgumentHelp(
      "A name of this server, with its port unless that is 80 or 443; requests for others are refused.",
      valueName: "HOST"))
  var name: [String] = []
  @Flag(
    help: "The last address in X-Forwarded-For is the client's: only behind a proxy that writes it."
  )
  var trustProxy = false

  /// Lower case.
  var names: [String] {
    (name.isEmpty ? Settings().list(.name) : name).map { $0.lowercased() }
  }

  func configuration() throws -> HTTPConfiguration {
    let settings = Settings()
    var configuration = HTTPConfiguration()
    if let listen = listen ?? settings.text(.listen) {
      guard configuration.listen(on: listen) else {
        throw OperatorFailure(.usage, "--listen wants HOST:PORT")
      }
    }
    configuration.certificate = tlsCertificate ?? settings.text(.tlsCertificate)
    configuration.key = tlsKey ?? settings.text(.tlsKey)
    guard (configuration.certificate == nil) == (configuration.key == nil) else {
      throw OperatorFailure(.usage, "--tls-certificate and --tls-key come together")
    }
    configuration.trustsProxy = try trustProxy || settings.flag(.trustProxy)
    return configuration
  }
}
