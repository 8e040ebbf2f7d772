# SPDX-License-Identifier: Apache-2.0
"""The seven files of the case, made in code: real pictures, sound, letters and messages about nobody."""

from __future__ import annotations

from messages import CHAT, MAIL
from drawing import Picture
from exif import exif
from jpeg import jpeg
from pdf import pdf
from png import png
from sound import voice


def photo() -> bytes:
    """A door frame split beside its latch, in poor light."""
    picture = Picture(480, 360, (186, 178, 164))
    for x in range(0, 480, 8):
        picture.box(x, 0, x + 8, 360, (186 - x // 12, 178 - x // 12, 164 - x // 12))
    picture.box(40, 0, 250, 360, (141, 103, 70))
    picture.box(62, 24, 228, 168, (126, 90, 60))
    picture.box(62, 196, 228, 340, (126, 90, 60))
    picture.box(250, 0, 300, 360, (222, 216, 205))
    for start, end in (((262, 96), (276, 172)), ((276, 172), (258, 236)), ((270, 120), (294, 150))):
        picture.line(start, end, 3, (92, 66, 44))
    picture.box(252, 160, 268, 200, (60, 46, 36))
    picture.disc(228, 182, 12, (196, 190, 170))
    picture.box(214, 178, 240, 186, (170, 164, 148))
    picture.grain(5)
    # The point is at sea.
    place = ((46, 30, 0), (4, 0, 0))
    return jpeg(picture, exif("Orvel", "Telephone T2", "2022:11:12 07:12:04", place))


def capture() -> bytes:
    """Messages of one night, as a telephone shows them."""
    picture = Picture(540, 900, (236, 232, 224))
    picture.box(0, 0, 540, 70, (38, 70, 83))
    picture.words("l.", 24, 20, 3, (255, 255, 255))
    picture.words("samedi 9 octobre 2021", 130, 20, 2, (255, 255, 255))
    top = 100
    for clock, words, is_theirs in (
        ("23:41", "tu es encore|chez sonia ?", True),
        ("23:52", "réponds.", True),
        ("00:17", "le cercle sait que tu|doutes. on en parlera|devant tous jeudi.", True),
        ("00:20", "je rentre demain matin.", False),
        ("01:05", "si tu ne rentres pas|ce soir, tilio dormira|chez eux.", True),
        ("02:33", "je suis devant la porte.", True),
    ):
        lines = words.split("|")
        height = 34 + 36 * len(lines)
        left, colour = (20, (255, 255, 255)) if is_theirs else (60, (206, 228, 214))
        picture.box(left, top, left + 460, top + height, colour)
        for index, line in enumerate(lines):
            picture.words(line, left + 14, top + 8 + 36 * index, 3, (30, 30, 30))
        picture.words(clock, left + 390, top + height - 22, 2, (110, 110, 110))
        top += height + 26
    return png(picture, Software="capture")


def receipt() -> bytes:
    first = [
        "# Cercle d'Orvelune", "Chemin du Seuil, 00000 Saint-Ovrin", "", "# Reçu n° 0147", "",
        "Reçu de : Nadège Ormelin", "Objet : session « Retour au silence », gîte des Aulnes",
        "Dates : du 19 au 21 mars 2021", "Somme : 1 200,00 € (mille deux cents euros)",
        "Mode : virement", "", "Fait à Saint-Ovrin, le 1er mars 2021", "Le secrétariat du Cercle",
        "", "Conditions de la session : page suivante.",
    ]  # fmt: skip
    second = [
        "# Conditions de la session", "", "1. Le téléphone est remis à l'arrivée et rendu au départ.",
        "2. Les participants ne parlent pas des échanges à leur famille.",
        "3. La session commencée est due en entier.",
        "4. Les places suivantes sont réservées à ceux qui ont réglé la présente.", "",
        "Signature précédée de « lu et approuvé » :",
    ]  # fmt: skip
    return pdf([first, second], "Reçu 0147", "Secrétariat du Cercle d'Orvelune", "D:20210301101500+01'00'")


def certificate() -> bytes:
    lines = [
        "# Certificat médical", "", "Je soussignée, Dre Maud Kerlinec, certifie avoir examiné ce jour",
        "Mme Nadège Ormelin, qui me dit avoir été poussée contre une porte",
        "dans la nuit du 11 au 12 novembre 2022.", "",
        "Constatations : ecchymose de l'épaule droite, 4 cm sur 3 ; troubles du sommeil.",
        "Elle dit avoir peur de rentrer chez elle.", "",
        "Remis en main propre à l'intéressée, à sa demande.", "", "Montfaline, le 14 novembre 2022",
    ]  # fmt: skip
    return pdf([lines], "Certificat", "Cabinet médical de Montfaline", "D:20221114113000+01'00'")


def pieces() -> dict[str, bytes]:
    return {
        "reçu 0147.pdf": receipt(),
        "Capture d'écran 2021-10-09.png": capture(),
        "discussion Le Seuil.txt": CHAT.encode(),
        "Votre place parmi nous.eml": MAIL.replace("\n", "\r\n").encode(),
        "IMG_20221112_071204.jpg": photo(),
        "certificat du 14 novembre.pdf": certificate(),
        "message vocal.wav": voice(6),
    }
