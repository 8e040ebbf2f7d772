// SPDX-License-Identifier: Apache-2.0

/// Checks a bag (RFC 8493, §3; and its draft 0.97) and names all that is wrong with it.
public enum BagValidator {
  /// Checks a bag on disk. Only regular files found by walking the folder are opened, never a name
  /// that the bag itself gives, and no link is followed: nothing outside the bag is touched.
  public static func validate(folder: String) -> BagReport {
    validate(BagFolder.list(folder))
  }

  /// Checks what was gathered; pure.
  public static func validate(_ listing: BagListing) -> BagReport {
    var check = BagCheck(listing)
    check.run()
    return check.report
  }
}
