// SPDX-License-Identifier: Apache-2.0
internal import SyncServer

extension S3Storage {
  /// What came of the attempts before the one that answered.
  enum Before: Sendable {
    /// None of them did anything.
    case nothing
    /// One of them may have been carried out, and only its answer lost.
    case perhaps
  }

  /// Thrown while an answer is read, to ask once more.
  enum Doubt: Error {
    /// The store did nothing.
    case refused
    /// What to say if it stays so.
    case again(StorageError)
  }

  /// Sends a request until there is an answer that says something, or the attempts are used up.
  /// - Parameter read: the value of an answer; `nil` for one that it does not expect.
  /// - Throws: ``SyncServer/StorageError``.
  func send<Value: Sendable>(
    _ request: S3Request, _ read: (S3Response, Before) async throws -> Value?
  ) async throws -> Value {
    var (before, failure) = (Before.nothing, StorageError.unavailable)
    for attempt in 1...max(1, retries.attempts) {
      do {
        // Signed anew: a signature is good for minutes only.
        let signed = try signature.sign(request, host: address.host, at: environment.now())
        let response = try await transport.send(signed)
        if let value = try await read(response, before) { return value }
        failure = try Self.retriable(response)
        before = .perhaps
      } catch Doubt.refused {
        failure = .unavailable
      } catch Doubt.again(let error) {
        failure = error
      } catch TransportError.lost {
        (before, failure) = (.perhaps, .unavailable)
      } catch TransportError.tooLarge {
        throw StorageError.damaged
      } catch let error as StorageError {
        throw error
      } catch {
        throw StorageError.unavailable
      }
      guard attempt < retries.attempts, !Task.isCancelled else { break }
      do {
        try await environment.wait(retries.delay(after: attempt, environment.random))
      } catch { break }
    }
    throw failure
  }

  /// What an answer that was not expected means, if asking again may help.
  /// - Throws: ``SyncServer/StorageError`` when it cannot.
  private static func retriable(_ response: S3Response) throws -> StorageError {
    switch (response.status, response.code) {
    case (507, _), (_, "QuotaExceeded"), (_, "XMinioStorageFull"): throw StorageError.full
    case (413, _), (400, "EntityTooLarge"): throw StorageError.tooLarge
    // No such method or header here: it will not learn it.
    case (501, _): throw StorageError.denied
    case (408, _), (429, _), (500..., _): return .unavailable
    // The body did not arrive as it was sent.
    case (400, "RequestTimeout"), (400, "BadDigest"), (400, "IncompleteBody"),
      (400, "XAmzContentSHA256Mismatch"):
      return .unavailable
    // Something in between answers in the place of the store.
    case (404, nil), (..<300, _): return .unavailable
    default: throw StorageError.denied
    }
  }
}
