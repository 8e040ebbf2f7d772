// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import SyncServer
internal import Synchronization

/// Commits what several tasks write at the same moment in one transaction: the disk is waited for once, not once each.
/// Nobody is answered before that.
final class Committer: Sendable {
  /// Of one transaction.
  private static let limit = 64

  private struct Job: Sendable {
    /// Makes its change, and gives what tells its task, once it is committed.
    let run: @Sendable (Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  /// A change that did not go through; the others of its transaction are then made without it.
  private struct JobFailure: Error {}

  private let database: DatabaseQueue
  private let lane: Lane
  private let waiting = Mutex<[Job]>([])

  init(database: DatabaseQueue, lane: Lane) {
    self.database = database
    self.lane = lane
  }

  /// One change, on the disk when this returns, all or nothing. It may be made more than once before it is committed.
  func commit<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let job = Job(
        run: { database in
          let value = try body(database)
          return { continuation.resume(returning: value) }
        }, fail: { continuation.resume(throwing: $0) })
      waiting.withLock { $0.append(job) }
      lane.start { self.work() }
    }
  }

  /// On the database's thread.
  private func work() {
    let jobs = waiting.withLock { waiting in
      let jobs = Array(waiting.prefix(Self.limit))
      waiting.removeFirst(jobs.count)
      return jobs
    }
    guard !jobs.isEmpty else { return }
    do {
      try together(jobs)
    } catch is JobFailure {
      for job in jobs { alone(job) }
    } catch {
      // The commit itself: what became of it is not known, so that nothing may be made again.
      let failure = Self.mapped(error)
      for job in jobs { job.fail(failure) }
    }
  }

  private func together(_ jobs: [Job]) throws {
    let answers = try database.write { database in
      try jobs.map { job in
        do { return try job.run(database) } catch { throw JobFailure() }
      }
    }
    for answer in answers { answer() }
  }

  private func alone(_ job: Job) {
    do { try database.write(job.run)() } catch { job.fail(Self.mapped(error)) }
  }

  private static func mapped(_ error: any Error) -> any Error {
    do { return try StorageError.mapping { throw error } } catch { return error }
  }
}
