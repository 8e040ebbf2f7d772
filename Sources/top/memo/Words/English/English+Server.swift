// SPDX-License-Identifier: Apache-2.0

extension English: ServerWords {
  var serverAbstract: String { "The vault's server: one more copy, which it cannot read" }
  var serverSetAbstract: String { "Links the vault to a server" }
  var serverSetDiscussion: String {
    """
    The server receives sealed bytes only. It learns when and how much you log, from which \
    network address (Tor hides it: HTTPS_PROXY=socks5h://127.0.0.1:9050), never what. \
    Nothing leaves before “memo sync”.
    """
  }
  var serverURL: String { "Address of the server, https://…" }
  var serverInvite: String { "Invitation code, where the server wants one" }
  var serverLinked: String {
    "The vault is linked to the server. “memo sync” will put the sealed copy there."
  }
  var serverShowAbstract: String { "Which server the vault is linked to" }
  var serverKeyIs: String { "key of its cosignatures: " }
  var serverNone: String { "the vault is linked to no server" }
  var syncAbstract: String { "Exchanges with the server, or through a folder" }
  var syncDiscussion: String {
    """
    Takes what the other devices left, then puts what is lacking there. Interrupted, it goes \
    on where it was. Pieces of the other devices come only with --all.
    """
  }
  var syncAll: String { "Takes every piece as well, and mends what is damaged here" }
  var syncFolder: String { "Through this folder instead of the server" }
  var synchronising: String { "synchronising" }
  var syncUpToDate: String { "All is up to date, here and there." }
  var syncCosigned: String {
    "Dated cosignature of the server: it saw this state of the log without reading it."
  }
  var joinServerDone: String {
    """
    What the server showed is here, and it knows this device. Pieces will come with “memo \
    sync --all”.
    """
  }
  var joinSource: String { "Folder of the copy, or address of the server (https://…)" }
  var serverUnreachable: String { "the server does not answer" }
  var serverUnreachableHint: String {
    """
    nothing is lost: what was here still is. Try again later; with a proxy (HTTPS_PROXY), \
    check that it runs
    """
  }
  var serverUnexpected: String { "what answers at that address is no server of Mémo" }
  var serverUnexpectedHint: String {
    "nothing but sealed bytes was sent. Check the address with “memo server show”"
  }
  var serverInsecure: String { "that address is not protected (http)" }
  var serverInsecureHint: String {
    "give an address that begins with https://, or a .onion address"
  }
  var serverAddressMalformed: String { "the address of the server or of the proxy cannot be read" }
  var serverAddressHint: String {
    "for example https://memo.example.org; a proxy: socks5h://127.0.0.1:9050"
  }
  var serverNoneHint: String {
    "link it with “memo server set https://…”, or give a folder with --folder"
  }
  var serverUnknownDevice: String { "the server knows neither this vault nor this device" }
  var serverUnknownDeviceHint: String {
    "check the address; on a device that has the vault, “memo server set” and “memo sync” put it there. Nothing is lost"
  }
  var serverSaysRevoked: String { "the server says that this device is revoked" }
  var serverSaysRevokedHint: String {
    """
    what is recorded here stays, readable and exportable. “memo device list” says what the \
    vault's key signed
    """
  }
  var serverNotYours: String {
    "the server does not know itself by this address, or not this device"
  }
  var serverNotYoursHint: String {
    """
    nothing is lost here. Ask whoever keeps the server for its exact address, then: memo server set \
    https://…
    """
  }
  var erasureNotAsked: String { "the order was not given: the server does not answer" }
  var erasureNotAskedHint: String {
    "nothing is erased, anywhere. Give it again when the server answers"
  }
  var revokedAdd: String {
    "Recorded here only: this device is revoked, and the others will not believe it."
  }
  var serverInvitation: String { "the server wants a valid invitation" }
  var serverInvitationHint: String {
    "ask whoever keeps the server for a code, then: memo server set URL --invite CODE"
  }
  var serverQuota: String { "no more room on the server for this vault" }
  var serverQuotaHint: String {
    "nothing is lost here. Ask whoever keeps the server, or make a copy: memo copy --to DIR"
  }
  var serverRefusedThis: String { "the server refuses" }
  var serverRefusedThisHint: String {
    """
    nothing is lost here. Run the command again; if it goes on, show this word to whoever \
    keeps the server
    """
  }
  var problemServerRefused: String { "the server refused a part of what was sent" }
  var problemServerAnswer: String {
    "an answer of the server is not an honest server's; it was not believed"
  }
  var problemServerKey: String { "the key of the server's cosignatures has changed" }
  var problemServerCosignature: String { "the server's cosignature is missing or false" }
  var problemServerWithheld: String { "the server does not show the log of a device of the vault" }
  var problemTwin: String { "another copy of this device writes as well; both stay readable" }
  var problemRevoked: String {
    "this device was revoked: what it writes stays here and is not believed elsewhere"
  }

  func syncDone(_ pulled: Int, _ pushed: Int) -> String {
    "Taken: \(pulled); sent: \(pushed)."
  }
  func piecesLeft(_ count: Int) -> String {
    "Parts of pieces left on the server: \(count) (“memo sync --all” takes them)."
  }
  var eraseElsewhereAbstract: String { "Asks the server and the other devices to erase an entry" }
  var eraseElsewhereDiscussion: String {
    """
    It needs the kit. Nothing is erased at once: the server waits 30 days or more, so does each \
    device, and any device of the vault can stop the order with --cancel. Copies on a USB \
    stick do not change. “memo history” shows the order.
    """
  }
  var eraseElsewhereEntries: String { "The entries, or the beginnings of their ids" }
  var eraseElsewhereCancel: String { "Stops the order that has this id, or this beginning" }
  var eraseElsewhereQuestion: String { "Ask for it to be erased everywhere?" }
  var eraseElsewhereStopped: String { "The order is stopped: here for ever, and the server knows." }
  var eraseElsewhereNeedsKit: String { "the kit is needed: --kit FILE, or --kit - to type it" }
  var erasureOrderedLine: String { "erasure asked for elsewhere" }
  var erasureCancelledLine: String { "order to erase stopped" }

  func eraseElsewhereDone(_ id: String, _ day: String) -> String {
    "Order \(id). Nothing will be erased before \(day). To stop it: memo erase-elsewhere --cancel \(id)"
  }
  func erasureLine(_ id: String, _ moment: String, _ days: UInt64) -> String {
    "Order to erase \(id), of \(moment), delay \(days) days: "
  }
  var erasureWaiting: String { "waiting" }
  var erasureStopped: String { "stopped" }
  var erasureDone: String { "done here" }
  var erasureStoppedHere: String {
    "The order is stopped here, for ever. “memo sync” (or “memo sync --folder DIR”) will tell the others."
  }
  var erasureOver: String { "this order was carried out here already: nothing is left to stop" }
  var erasureOverHint: String {
    "a device that still has the entry can keep it: run the same command there before it synchronises"
  }
  var erasureTooLate: String { "the server had erased already: the delay was over" }
  var erasureTooLateHint: String {
    "what is here stays here, and the other devices will keep it once they read that it was stopped"
  }
  var problemCopyErasure: String {
    "an order to erase in the copy is not signed by the vault's key; it is not believed"
  }
  var serverToSetAgain: String {
    "The server has to be set again: memo server set https://…, then memo sync."
  }

  func copyLacks(_ count: Int) -> String {
    """
    Parts of pieces that are not on this device, and so not in this copy: \(count). \
    “memo sync --all”, then do this again.
    """
  }
  var pieceElsewhere: String { "a piece is not on this device yet" }
  var pieceElsewhereHint: String {
    "“memo sync --all” takes it from the server; then do this again"
  }

  func logsGivenUp(_ count: Int) -> String {
    """
    Logs that another one goes on from, because a copy of the device wrote as well: \(count) \
    (nothing of them is lost).
    """
  }
  var serverKeyOption: String {
    "Key of a server whose clock you believe, as “memo server show” gives it"
  }
  var serverKeyMalformed: String { "the server's key cannot be read" }
  var serverKeyMalformedHint: String {
    "it has the form name+8 digits+base64; “memo server show” gives it"
  }

  func witnessedBefore(_ moment: String) -> String {
    """
    Dated cosignature of the server: all that is shown was logged before \(moment), by its clock. \
    It read nothing of it.
    """
  }
  var onionNeedsTor: String { "a .onion address needs Tor" }
  var onionNeedsTorHint: String {
    "start Tor, then: HTTP_PROXY=socks5h://127.0.0.1:9050 memo …"
  }

  func erasureNotSent(_ id: String) -> String {
    """
    Order \(id) is noted here. The server does not have it yet: “memo sync” will send it; \
    “memo erase-elsewhere --cancel \(id)” stops it.
    """
  }
}
