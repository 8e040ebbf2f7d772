// SPDX-License-Identifier: Apache-2.0

extension French: ServerWords {
  var serverAbstract: String { "Le serveur du coffre : une copie de plus, qu'il ne peut pas lire" }
  var serverSetAbstract: String { "Lie le coffre à un serveur" }
  var serverSetDiscussion: String {
    """
    Le serveur ne reçoit que du scellé. Il apprend quand et combien vous inscrivez, depuis \
    quelle adresse réseau (Tor la cache : HTTPS_PROXY=socks5h://127.0.0.1:9050), jamais \
    quoi. Rien ne part avant « memo sync ».
    """
  }
  var serverURL: String { "Adresse du serveur, https://…" }
  var serverInvite: String { "Code d'invitation, si le serveur en demande un" }
  var serverLinked: String {
    "Le coffre est lié au serveur. « memo sync » y mettra la copie scellée."
  }
  var serverShowAbstract: String { "À quel serveur le coffre est lié" }
  var serverKeyIs: String { "clé de ses contreseings : " }
  var serverNone: String { "le coffre n'est lié à aucun serveur" }
  var syncAbstract: String { "Échange avec le serveur, ou à travers un dossier" }
  var syncDiscussion: String {
    """
    Prend ce que les autres appareils ont laissé, puis met ce qui manque là-bas. Interrompu, \
    il reprend où il en était. Les pièces des autres appareils ne viennent qu'avec --all.
    """
  }
  var syncAll: String { "Prend aussi toutes les pièces, et répare ce qui est abîmé ici" }
  var syncFolder: String { "À travers ce dossier plutôt que le serveur" }
  var synchronising: String { "synchronisation" }
  var syncUpToDate: String { "Tout est à jour, ici et là-bas." }
  var syncCosigned: String {
    "Contreseing daté du serveur : il a vu cet état du journal, sans le lire."
  }
  var joinServerDone: String {
    """
    Ce que le serveur a montré est là, et il connaît cet appareil. Les pièces viendront avec \
    « memo sync --all ».
    """
  }
  var joinSource: String { "Dossier de la copie, ou adresse du serveur (https://…)" }
  var serverUnreachable: String { "le serveur ne répond pas" }
  var serverUnreachableHint: String {
    """
    rien n'est perdu : ce qui était ici y est toujours. Réessayez plus tard ; avec un mandataire \
    (HTTPS_PROXY), vérifiez qu'il est lancé
    """
  }
  var serverUnexpected: String { "ce qui répond à cette adresse n'est pas un serveur de Mémo" }
  var serverUnexpectedHint: String {
    "rien n'a été envoyé d'autre que du scellé. Vérifiez l'adresse avec « memo server show »"
  }
  var serverInsecure: String { "cette adresse n'est pas protégée (http)" }
  var serverInsecureHint: String {
    "donnez une adresse qui commence par https://, ou une adresse .onion"
  }
  var serverAddressMalformed: String { "l'adresse du serveur ou du mandataire ne peut être lue" }
  var serverAddressHint: String {
    "par exemple https://memo.exemple.org ; un mandataire : socks5h://127.0.0.1:9050"
  }
  var serverNoneHint: String {
    "liez-le avec « memo server set https://… », ou donnez un dossier avec --folder"
  }
  var serverUnknownDevice: String { "le serveur ne connaît ni ce coffre ni cet appareil" }
  var serverUnknownDeviceHint: String {
    "vérifiez l'adresse ; sur un appareil qui a le coffre, « memo server set » puis « memo sync » l'y mettent. Rien n'est perdu"
  }
  var serverSaysRevoked: String { "le serveur dit que cet appareil est révoqué" }
  var serverSaysRevokedHint: String {
    """
    ce qui est inscrit ici reste, lisible et exportable. « memo device list » dit ce que la \
    clé du coffre a signé
    """
  }
  var serverNotYours: String {
    "le serveur ne se reconnaît pas à cette adresse, ou pas cet appareil"
  }
  var serverNotYoursHint: String {
    """
    rien n'est perdu ici. Demandez à qui tient le serveur son adresse exacte, puis : memo server \
    set https://…
    """
  }
  var erasureNotAsked: String { "la demande n'a pas été faite : le serveur ne répond pas" }
  var erasureNotAskedHint: String {
    "rien n'est effacé, nulle part. Refaites-la quand le serveur répond"
  }
  var revokedAdd: String {
    "Inscrit ici seulement : cet appareil est révoqué, les autres ne le croiront pas."
  }
  var serverInvitation: String { "le serveur demande une invitation valable" }
  var serverInvitationHint: String {
    "demandez un code à qui tient le serveur, puis : memo server set URL --invite CODE"
  }
  var serverQuota: String { "plus de place sur le serveur pour ce coffre" }
  var serverQuotaHint: String {
    """
    rien n'est perdu ici. Voyez avec qui tient le serveur, ou faites une copie : memo copy \
    --to DIR
    """
  }
  var serverRefusedThis: String { "le serveur refuse" }
  var serverRefusedThisHint: String {
    """
    rien n'est perdu ici. Relancez la commande ; si cela dure, montrez ce mot à qui tient le \
    serveur
    """
  }
  var problemServerRefused: String { "le serveur a refusé une partie de l'envoi" }
  var problemServerAnswer: String {
    "une réponse du serveur n'est pas celle d'un serveur honnête ; elle n'a pas été crue"
  }
  var problemServerKey: String { "la clé des contreseings du serveur a changé" }
  var problemServerCosignature: String { "le contreseing du serveur manque ou est faux" }
  var problemServerWithheld: String {
    "le serveur ne montre pas le journal d'un appareil du coffre"
  }
  var problemTwin: String {
    "une autre copie de cet appareil écrit aussi ; les deux restent lisibles"
  }
  var problemRevoked: String {
    "cet appareil a été révoqué : ce qu'il écrit reste ici et n'est plus cru ailleurs"
  }

  func syncDone(_ pulled: Int, _ pushed: Int) -> String {
    "Repris : \(pulled) ; envoyés : \(pushed)."
  }
  func piecesLeft(_ count: Int) -> String {
    "Morceaux de pièces restés sur le serveur : \(count) (« memo sync --all » les prend)."
  }
  var eraseElsewhereAbstract: String {
    "Demande l'effacement d'une inscription sur le serveur et les autres appareils"
  }
  var eraseElsewhereDiscussion: String {
    """
    Il y faut le kit. Rien n'est effacé tout de suite : le serveur attend 30 jours ou plus, \
    chaque appareil aussi, et tout appareil du coffre peut arrêter la demande avec --cancel. \
    Les copies sur clé USB ne changent pas. « memo history » montre la demande.
    """
  }
  var eraseElsewhereEntries: String { "Les inscriptions, ou le début de leurs identifiants" }
  var eraseElsewhereCancel: String { "Arrête la demande qui a cet identifiant, ou ce début" }
  var eraseElsewhereQuestion: String { "Demander l'effacement partout ?" }
  var eraseElsewhereStopped: String {
    "La demande est arrêtée : ici pour toujours, et le serveur le sait."
  }
  var eraseElsewhereNeedsKit: String {
    "il y faut le kit : --kit FICHIER, ou --kit - pour le taper"
  }
  var erasureOrderedLine: String { "effacement demandé ailleurs" }
  var erasureCancelledLine: String { "demande d'effacement arrêtée" }

  func eraseElsewhereDone(_ id: String, _ day: String) -> String {
    "Demande \(id). Rien ne sera effacé avant le \(day). Pour l'arrêter : memo erase-elsewhere --cancel \(id)"
  }
  func erasureLine(_ id: String, _ moment: String, _ days: UInt64) -> String {
    "Demande d'effacement \(id), du \(moment), délai \(days) jours : "
  }
  var erasureWaiting: String { "en attente" }
  var erasureStopped: String { "arrêtée" }
  var erasureDone: String { "faite ici" }
  var erasureStoppedHere: String {
    "La demande est arrêtée ici, pour toujours. « memo sync » (ou « memo sync --folder DIR ») le dira aux autres."
  }
  var erasureOver: String { "cette demande est déjà exécutée ici : il n'y a plus rien à arrêter" }
  var erasureOverHint: String {
    """
    un appareil qui a encore l'inscription peut la garder : lancez-y la même commande avant sa \
    prochaine synchronisation
    """
  }
  var erasureTooLate: String { "le serveur avait déjà effacé : le délai était passé" }
  var erasureTooLateHint: String {
    "ce qui est ici reste ici, et les autres appareils le garderont dès qu'ils liront l'arrêt"
  }
  var problemCopyErasure: String {
    "une demande d'effacement de la copie n'est pas signée par la clé du coffre ; elle n'est pas crue"
  }
  var serverToSetAgain: String {
    "Le lien avec le serveur est à refaire : memo server set https://…, puis memo sync."
  }

  func copyLacks(_ count: Int) -> String {
    """
    Morceaux de pièces qui ne sont pas sur cet appareil, donc pas dans cette copie : \(count). \
    « memo sync --all », puis recommencez.
    """
  }
  var pieceElsewhere: String { "une pièce n'est pas encore sur cet appareil" }
  var pieceElsewhereHint: String { "« memo sync --all » la prend sur le serveur, puis recommencez" }

  func logsGivenUp(_ count: Int) -> String {
    """
    Journaux continués par un autre, parce qu'une copie de l'appareil écrivait aussi : \(count) \
    (rien n'en est perdu).
    """
  }
  var serverKeyOption: String {
    "Clé d'un serveur dont vous croyez l'horloge, telle que « memo server show » la donne"
  }
  var serverKeyMalformed: String { "la clé du serveur ne peut être lue" }
  var serverKeyMalformedHint: String {
    "elle a la forme nom+8 chiffres+base64 ; « memo server show » la donne"
  }

  func witnessedBefore(_ moment: String) -> String {
    """
    Contreseing daté du serveur : tout ce qui est montré était inscrit avant le \(moment), d'après \
    son horloge. Il n'en a rien lu.
    """
  }
  var onionNeedsTor: String { "une adresse .onion demande Tor" }
  var onionNeedsTorHint: String {
    "lancez Tor, puis : HTTP_PROXY=socks5h://127.0.0.1:9050 memo …"
  }

  func erasureNotSent(_ id: String) -> String {
    """
    Demande \(id) notée ici. Le serveur ne l'a pas encore : « memo sync » l'enverra ; \
    « memo erase-elsewhere --cancel \(id) » l'arrête.
    """
  }
}
