// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// A file that the person gives.
public struct AttachRequest: Sendable {
  public let path: String
  public var nature: Attachment.Nature?
  /// What is missing, where the piece is only a part.
  public var partial: String?

  public init(path: String, nature: Attachment.Nature? = nil, partial: String? = nil) {
    self.path = path
    self.nature = nature
    self.partial = partial
  }
}
