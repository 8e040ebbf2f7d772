// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Runs everything of one simulation on one thread, in the order in which it was asked for: child tasks and actors
/// too, so that a seed says what happens next and nothing else does.
final class OneAtATime: TaskExecutor {
  private let queue: DispatchQueue

  init(_ name: String) { queue = DispatchQueue(label: name) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
