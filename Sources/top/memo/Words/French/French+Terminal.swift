// SPDX-License-Identifier: Apache-2.0

extension French: TerminalWords {
  // MARK: AmendQuestions

  var enterLeavesSingleDot: String {
    """
    Entrée laisse tel quel ; un point seul termine. La version d'avant reste.


    """
  }
  var questionReason: String { "Pourquoi corriger ? " }

  // MARK: ContactQuestions

  var enterSkipsQuestionOnly: String {
    """
    Entrée passe une question ; seul le nom est nécessaire.


    """
  }
  var questionName: String { "Quel nom ?" }
  var questionWhoIsIt: String { "Qui est-ce ? (voisine, médecin…)" }
  var questionIsChild: String { "Est-ce un enfant ? (oui ou Entrée)" }
  var questionInitials: String { "Quelles initiales montrer ?" }
  var questionTelephone: String { "Un téléphone ?" }
  var questionEmail: String { "Une adresse électronique ?" }
  var questionAddress: String { "Une adresse ?" }
  var questionIsHidden: String {
    "Doit-elle rester cachée, même à l'avocat ? (oui ou Entrée)"
  }
  var questionNote: String { "Une note ?" }

  // MARK: EntryQuestion

  var fileNotThereNo: String {
    "Ce fichier n'est pas là, ou n'est pas un fichier ; Entrée pour passer."
  }
  var questionWhatHappened: String { "Que s'est-il passé ?" }
  var questionWhen: String { "Quand ? (2021-03-14 ; 2021-03~ pour « vers mars 2021 »)" }
  var questionWhere: String { "Où ?" }
  var questionWho: String { "Qui était là ? (nom, ou nom:rôle)" }
  var questionSaid: String { "Quelles paroles exactes ?" }
  var questionFelt: String { "Qu'avez-vous ressenti ?" }
  var questionThought: String { "Qu'en avez-vous pensé ?" }
  var questionEffect: String { "Qu'est-ce que cela a changé pour vous ?" }
  var questionAmount: String { "Une somme d'argent ?" }
  var questionAttach: String { "Un fichier à joindre ?" }
  var questionTitle: String { "Un titre court ?" }
  var questionPrivate: String { "Une note pour vous, jamais communiquée ?" }

  // MARK: EntryQuestions

  var enterSkipsQuestionI: String {
    """
    Entrée passe une question ; « je ne sais pas » est une réponse. Un point seul sur une \
    ligne termine : vous pouvez vous arrêter ici.


    """
  }
  var emptyLineGo: String { " (deux lignes vides, ou un point seul, pour passer à la suite)\n" }
  var entryBegunEarlierKept: String { "Une inscription commencée plus tôt a été gardée :\n\n" }
  var enterGoNoForget: String { "Entrée pour la reprendre, « non » pour l'oublier : " }

  // MARK: KitScreen

  var recoveryKitCopyPaper: String {
    """
    Voici le kit de secours. Recopiez-le sur papier et gardez-le ailleurs que cet appareil.
    Il ouvre tout, même sans la phrase de passe. Kit et phrase perdus ensemble, plus \
    personne
    ne peut ouvrir le coffre : ni nous, ni une association, ni un expert.


    """
  }
  var onceCopiedPressEnter: String {
    """
    Une fois recopié, appuyez sur Entrée : le kit disparaît, et trois groupes sont \
    demandés. 
    """
  }
  var notGroupKitShown: String { "Ce n'est pas ce groupe ; le kit s'affiche à nouveau.\n" }
  var enterGo: String { "Entrée pour continuer. " }

  // MARK: PersonalScreen

  var enterClearsScreen: String { "Entrée efface l'écran : " }
  var enterMoreQStop: String { "Entrée : la suite ; q : arrêter : " }

  // MARK: PurposeQuestion

  var purposeChoices: String {
    """
      1  tout donner à l'avocat, originaux entiers
      2  version à communiquer : ces originaux restent ici, leur SHA-256 est donné ;
         une copie sans métadonnées les remplace, pour les images JPEG et PNG
      3  arrêter ici, rien n'est écrit

    """
  }
  var yourChoice: String { "Votre choix (1, 2 ou 3) : " }
  var stoppedNothingWritten: String { "arrêté, rien n'a été écrit" }
  var avocatCommunicationAnswersBeforehand: String {
    "« --for avocat » ou « --for communication » répond d'avance"
  }

  // MARK: Terminal

  var tooLong: String { "c'est trop long" }
  var thereNoTerminalAsk: String { "il n'y a pas de terminal où demander" }
  var givePassphraseFileFile: String { "donnez --passphrase-file FICHIER" }
  var questionWithdraw: String {
    "Retirer cette inscription d'ici, avec ses pièces ? Écrivez « oui » : "
  }
  var questionRemoveContact: String {
    "Retirer ce contact d'ici ? Écrivez « oui » : "
  }
}
