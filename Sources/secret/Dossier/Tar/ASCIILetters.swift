// SPDX-License-Identifier: Apache-2.0

/// ASCII spellings of the letters that names in French and its neighbours hold.
enum ASCIILetters {
  static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l",
      "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i",
    ]
    for (letter, accented) in accents {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()

  private static let accents: [(letter: String, accented: String)] = [
    ("a", "àáâãäåāăą"), ("A", "ÀÁÂÃÄÅĀĂĄ"), ("c", "çćčĉċ"), ("C", "ÇĆČĈĊ"), ("d", "ď"), ("D", "Ď"),
    ("e", "èéêëēĕėęě"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("g", "ğĝġģ"), ("G", "ĞĜĠĢ"), ("h", "ĥ"), ("H", "Ĥ"),
    ("i", "ìíîïīĭįĩ"), ("I", "ÌÍÎÏĪĬĮĨİ"), ("j", "ĵ"), ("J", "Ĵ"), ("k", "ķ"), ("K", "Ķ"),
    ("l", "ĺļľ"), ("L", "ĹĻĽ"), ("n", "ñńņň"), ("N", "ÑŃŅŇ"), ("o", "òóôõöōŏő"), ("O", "ÒÓÔÕÖŌŎŐ"),
    ("r", "ŕŗř"), ("R", "ŔŖŘ"), ("s", "śŝşšș"), ("S", "ŚŜŞŠȘ"), ("t", "ţťț"), ("T", "ŢŤȚ"),
    ("u", "ùúûüūŭůűų"), ("U", "ÙÚÛÜŪŬŮŰŲ"), ("w", "ŵ"), ("W", "Ŵ"), ("y", "ýÿŷ"), ("Y", "ÝŸŶ"),
    ("z", "źżž"), ("Z", "ŹŻŽ"),
  ]
}
