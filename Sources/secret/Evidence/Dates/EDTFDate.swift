// SPDX-License-Identifier: Apache-2.0
public struct EDTFDate: Hashable, Sendable { public let text: String; public init(_ text: String) throws { self.text = text } }
