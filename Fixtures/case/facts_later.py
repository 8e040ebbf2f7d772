# SPDX-License-Identifier: Apache-2.0
"""The second half of what Nadège wrote down."""

from __future__ import annotations

from typing import Any

LATER: list[dict[str, Any]] = [
    {
        "when": "2022-05~",
        "title": "Mon téléphone surveillé",
        "kind": "fait",
        "who": ["Loïc Tavrel:compagnon"],
        "text": "Il savait où j'avais déjeuné et avec qui. Il m'a demandé mon code « pour Tilio » et je le lui ai donné.",
        "thought": "Je pense qu'il lisait mes messages. Je ne l'ai pas vu le faire.",
        "effect": "J'ai arrêté d'écrire à Sonia.",
    },
    {
        "when": "2022-11-12T06:30",
        "title": "La porte forcée",
        "kind": "fait",
        "place": "chez nous, la chambre",
        "who": ["Loïc Tavrel:compagnon", "Tilio Tavrel:dans la pièce d'à côté"],
        "text": "Je m'étais enfermée dans la chambre. Il a donné des coups dans la porte et le bois a cédé. Il m'a poussée, "
        "mon épaule a tapé contre le chambranle. J'ai pris une photo le matin.",
        "said": "Ici, personne ne ferme de porte.",
        "felt": "Je ne sentais plus rien.",
        "effect": "Mal à l'épaule pendant deux semaines. Je dors mal depuis.",
        "attach": ["IMG_20221112_071204.jpg"],
        "private": "Sonia a une copie de la photo.",
    },
    {
        "when": "2022-11-14",
        "title": "Consultation chez la Dre Kerlinec",
        "kind": "certificat médical",
        "place": "Montfaline",
        "who": ["Dre Maud Kerlinec:médecin"],
        "amount": "26,50",
        "paid-to": "Dre Maud Kerlinec",
        "text": "Je lui ai dit pour l'épaule. Elle m'a demandé si je me sentais en sécurité chez moi ; j'ai répondu que je "
        "ne savais pas. Elle m'a remis un certificat.",
        "attach": ["certificat du 14 novembre.pdf"],
        "nature": "copy",
    },
    {
        "when": "2023-02-03T19:48",
        "title": "Message sur mon répondeur",
        "kind": "appel",
        "who": ["Gaspard Ormeval:a laissé le message"],
        "text": "Il a laissé un message sur mon répondeur. J'ai gardé la fin ; le début a été effacé par la messagerie avant "
        "que je pense à l'enregistrer.",
        "said": "Tilio ira chez des gens qui savent élever un enfant.",
        "felt": "Panique.",
        "attach": ["message vocal.wav"],
        "nature": "copy",
        "partial": "le début du message",
    },
    {
        "when": "2023-05/2023-06",
        "title": "Ce que mon fils a dit à l'école",
        "kind": "fait",
        "place": "école du Pré-Long",
        "who": ["Tilio Tavrel:a parlé", "sa maîtresse:l'a entendu la première"],
        "text": "La maîtresse me l'a rapporté le soir. Elle avait demandé à tous les enfants : « Qu'est-ce que tu as fait ce "
        "week-end ? ». Je ne lui ai pas posé d'autres questions.",
        "said": "J'ai fait le silence avec les grands, mais j'avais envie de faire pipi.",
        "written-by": "helped",
    },
    {
        "when": "2023-09-18",
        "title": "Premier rendez-vous à l'association",
        "kind": "démarche",
        "place": "association Cap Tilleul, Montfaline",
        "who": ["Une juriste de l'association:m'a reçue"],
        "text": "Une heure. Elle a écouté. Elle m'a parlé de la pré-plainte et de l'ordonnance de protection, sans me pousser.",
        "felt": "Soulagée.",
    },
    {
        "when": "2024-01-08",
        "title": "Pré-plainte en ligne",
        "kind": "pré-plainte",
        "text": "Faite depuis l'ordinateur de l'association. On m'a donné un rendez-vous à la gendarmerie.",
        "written-by": "helped",
    },
    {
        "when": "2024-01-15",
        "title": "Plainte à la gendarmerie",
        "kind": "plainte",
        "place": "brigade de Montfaline",
        "who": ["Sonia Marvillet:m'accompagnait"],
        "text": "J'ai signé ma déposition, deux heures. J'ai demandé une copie, elle doit arriver par la poste chez Sonia.",
        "private": "Ne pas donner l'adresse de Sonia dans la procédure.",
    },
    {
        "when": "2024-03-02?",
        "title": "Le départ",
        "kind": "fait",
        "who": ["Sonia Marvillet:est venue nous chercher", "Tilio Tavrel:avec moi"],
        "text": "Un samedi, le 2 je crois. J'ai pris les papiers, le doudou, le chargeur. Nous sommes partis pendant la "
        "séance du matin.",
        "effect": "Nous dormons dans la même chambre. Il dort.",
        "private": "Nous sommes chez Sonia, allée des Cytises.",
        "tag": ["départ"],
    },
    {
        "title": "Le carnet brûlé",
        "kind": "fait",
        "who": ["Loïc Tavrel:compagnon"],
        "text": "Je ne sais plus quand c'était. Il a mis mon carnet dans le poêle. J'y notais mes rêves.",
        "said": "C'était pour t'aider.",
        "felt": "Triste, longtemps.",
    },
]
