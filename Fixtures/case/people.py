# SPDX-License-Identifier: Apache-2.0
"""The six contacts, and the texts of the cover. Numbers and domains are those kept for fiction; places do not exist."""

from __future__ import annotations

from typing import Any

CONTACTS: list[dict[str, Any]] = [
    {
        "name": "Loïc Tavrel",
        "role": "compagnon jusqu'en mars 2024",
        "phone": ["06 39 98 14 01"],
        "address": ["3 rue du Moulin\n00000 Saint-Ovrin"],
    },
    {
        "name": "Gaspard Ormeval",
        "role": "dirige les séances du Cercle",
        "phone": ["06 39 98 14 00"],
        "email": ["gaspard@orvelune.example"],
    },
    {
        "name": "Cercle d'Orvelune",
        "role": "groupe",
        "organisation": True,
        "phone": ["01 99 00 47 10"],
        "email": ["secretariat@orvelune.example"],
        "address": ["Chemin du Seuil\n00000 Saint-Ovrin"],
        "note": "Se présente comme un cercle de lecture et de silence.",
    },
    {
        "name": "Tilio Tavrel",
        "initials": "T. T.",
        "role": "mon fils, né en 2016",
        "child": True,
        "address": ["école du Pré-Long, 00000 Montfaline"],
    },
    {
        "name": "Dre Maud Kerlinec",
        "role": "médecin traitant",
        "phone": ["01 99 00 22 31"],
        "address": ["Cabinet médical\n00000 Montfaline"],
    },
    {
        "name": "Sonia Marvillet",
        "role": "amie, nous héberge depuis mars 2024",
        "phone": ["06 39 98 27 55"],
        "address": ["12 allée des Cytises, 00000 Montfaline"],
        "hidden": True,
    },
]

# The numbers are those of the dossier that the demonstration makes: by date of the facts.
COVER: dict[str, str] = {
    "objet": "Violences au sein du couple et emprise d'un groupe, de 2019 à 2024",
    "parties": "Mme Nadège Ormelin\nPersonnes mises en cause : M. Loïc Tavrel, M. Gaspard Ormeval",
    "juridiction": "À déterminer",
    "avocate": "Me Inès Valdorne",
    "personne": "Nadège Ormelin, avec l'aide de l'association Cap Tilleul pour la mise en ordre",
    "synthese": (
        "À partir de 2019, Nadège Ormelin suit avec son compagnon les séances du Cercle d'Orvelune. Elle y verse de "
        "l'argent (Pièce n° 1 ; Faits n° 3, 4, 6 et 8).\n"
        "Ses proches sont peu à peu écartés, et ses absences surveillées (Pièces n° 2 et 3 ; Fait n° 5). Le groupe lui "
        "demande des comptes sur sa famille (Pièce n° 4).\n"
        "Dans la nuit du 11 au 12 novembre 2022, la porte de la chambre est forcée (Pièce n° 5) ; elle consulte deux "
        "jours après (Pièce n° 6). Un message vocal de février 2023 annonce que l'enfant ira vivre chez d'autres "
        "(Pièce n° 7).\n"
        "Elle quitte le domicile avec son fils en mars 2024 (Fait n° 19)."
    ),
}
