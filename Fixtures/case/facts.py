# SPDX-License-Identifier: Apache-2.0
"""What Nadège wrote down: twenty facts, a mistake and a correction, from 2019 to 2024. She, and all that she tells, is invented."""

from __future__ import annotations

from typing import Any

from facts_later import LATER

Fact = dict[str, Any]

EARLIER: list[Fact] = [
    {
        "when": "2019?",
        "title": "Première soirée du Cercle",
        "kind": "fait",
        "place": "salle des fêtes, Saint-Ovrin",
        "who": ["Loïc Tavrel:m'y a emmenée", "Gaspard Ormeval:parlait"],
        "text": "Loïc m'a dit que c'était un groupe de lecture. Nous étions une vingtaine. À la fin, Gaspard Ormeval a "
        "demandé à chaque couple ce qu'il était prêt à laisser derrière lui.",
        "said": "Vous ne le savez pas encore, mais vous êtes déjà des nôtres.",
        "felt": "Flattée, et un peu gênée.",
        "tag": ["cercle"],
    },
    {
        "when": "2019-11~",
        "title": "Premier stage payant",
        "kind": "argent",
        "amount": "180",
        "paid-to": "Cercle d'Orvelune",
        "who": ["Cercle d'Orvelune:organisateur"],
        "text": "Un week-end, payé en espèces. On ne m'a pas donné de reçu.",
        "tag": ["cercle", "argent"],
    },
    {
        "when": "2020-02/2020-12",
        "title": "Virements du premier jeudi",
        "kind": "argent",
        "amount": "660,00 €",
        "paid-to": "Cercle d'Orvelune",
        "text": "= 60 € par mois pendant onze mois, depuis mon compte. Mes relevés le montrent, je ne les ai pas encore "
        "retrouvés.",
        "private": "Demander les relevés à la banque sans passer par la boîte aux lettres.",
        "tag": ["argent"],
    },
    {
        "when": "../2020-06",
        "title": "Je cesse de voir ma sœur",
        "kind": "fait",
        "who": ["Loïc Tavrel:compagnon", "Clémence:ma sœur"],
        "text": "Je ne sais plus quel jour. Loïc répondait à ma place quand elle appelait. Au bout d'un moment elle n'a "
        "plus appelé.",
        "said": "Ta sœur te tire vers le bas, Gaspard l'a vu tout de suite.",
        "effect": "Je n'ai pas vu ma sœur pendant plus d'un an.",
        "thought": "Je croyais que c'était ma décision.",
    },
    {
        "when": "2020-09-05T21:30",
        "title": "Le téléphone pris pendant un appel",
        "kind": "appel",
        "place": "chez nous, à Saint-Ovrin",
        "who": ["Loïc Tavrel:compagnon", "Sonia Marvillet:témoin, au bout du fil"],
        "text": "Je parlais avec Sonia. Il a pris le téléphone de ma main et il a raccroché. Il a gardé le téléphone "
        "jusqu'au lendemain.",
        "said": "Tu n'as rien à lui dire que je ne puisse entendre.",
        "felt": "Honte que Sonia ait entendu.",
    },
    {
        "when": "2021-03-01",
        "title": "Reçu pour la session « Retour au silence »",
        "kind": "document",
        "amount": "1 200 €",
        "paid-to": "Cercle d'Orvelune",
        "text": "Reçu arrivé par la poste. Les conditions sont au dos : pas de téléphone, pas un mot à la famille.",
        "attach": ["reçu 0147.pdf"],
        "nature": "received",
        "tag": ["argent"],
    },
    {
        "when": "2021-03~",
        "title": "Dispute au gîte",
        "kind": "fait",
        "place": "gîte des Aulnes",
        "who": ["Loïc Tavrel:compagnon", "Gaspard Ormeval:présent", "Une femme dont j'ignore le nom:témoin"],
        "text": "Pendant la session. J'ai voulu rentrer le deuxième soir. On m'a dit que la voiture ne partait que le "
        "dimanche. Loïc m'a parlé très bas, devant les autres.",
        "said": "Si tu pars ce soir, tu pars sans Tilio.",
        "effect": "Je suis restée.",
    },
    {
        "when": "2021-07-12/2021-07-16",
        "title": "Semaine en Suisse",
        "kind": "argent",
        "amount": "950 CHF",
        "paid-to": "Cercle d'Orvelune",
        "place": "un chalet, je ne sais plus où",
        "text": "Payée sur place. Nous dormions à sept par chambre. Mon fils était chez la mère de Loïc.",
        "tag": ["argent"],
    },
    {
        "when": "2021-10-09",
        "title": "Messages de la nuit",
        "kind": "message",
        "who": ["Loïc Tavrel:compagnon", "Sonia Marvillet:témoin", "Gaspard Ormeval:dans la discussion"],
        "text": "J'étais chez Sonia. Il a écrit toute la soirée, puis il est venu devant chez elle. Sonia a vu sa voiture "
        "par la fenêtre. La discussion du groupe est celle du même jour.",
        "felt": "Peur.",
        "attach": ["Capture d'écran 2021-10-09.png"],
        "nature": "capture",
    },
    {
        "when": "2022-01-18",
        "title": "Message du secrétariat",
        "kind": "message",
        "who": ["Cercle d'Orvelune:expéditeur"],
        "text": "Le message me demande d'écrire ce que j'ai dit à ma sœur, et de payer. Je n'ai pas répondu, je n'ai pas "
        "payé.",
        "attach": ["Votre place parmi nous.eml"],
        "nature": "received",
    },
]

FACTS: list[Fact] = EARLIER + LATER

# Logged by mistake, then withdrawn.
MISTAKE: Fact = {"title": "Liste de courses", "text": "Pain, lait, piles."}

# The correction of « La porte forcée ».
CORRECTION: dict[str, str] = {
    "reason": "l'heure est celle de la photo, je l'avais notée de mémoire",
    "when": "2022-11-12T07:12",
}
