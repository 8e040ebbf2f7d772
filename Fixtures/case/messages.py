# SPDX-License-Identifier: Apache-2.0
"""A letter with its headers, and what a messaging program writes out. Domains and numbers are those kept for fiction."""

from __future__ import annotations

MAIL = """\
Return-Path: <secretariat@orvelune.example>
Received: from mx.courrier.example (mx.courrier.example [192.0.2.25])
\tby boite.example.org with ESMTPS id 4H2kQ1; Tue, 18 Jan 2022 07:02:11 +0100
Received: from poste-3.orvelune.example (poste-3.orvelune.example [198.51.100.7])
\tby mx.courrier.example with ESMTPSA id 9F1c77; Tue, 18 Jan 2022 07:02:08 +0100
Message-ID: <20220118060207.147@orvelune.example>
Date: Tue, 18 Jan 2022 07:02:07 +0100
From: Secretariat du Cercle <secretariat@orvelune.example>
To: nadege@example.org
Subject: Votre place parmi nous
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Chère Nadège,

Gaspard a appris que vous avez revu votre sœur sans en parler au groupe.
Votre place à la session de mars dépend de votre réponse. Il vous demande
d'écrire, avant jeudi, ce que vous lui avez dit, et de régler le solde de
480 €.

Nous pensons à Tilio, qui a besoin d'une maison en paix.

Le secrétariat
"""

CHAT = """\
[09/10/2021, 18:02:14] Le Seuil: Les messages sont conservés sur les téléphones des membres.
[09/10/2021, 18:04:40] Gaspard O.: Jeudi, chacun dira à voix haute ce qui le retient dehors.
[09/10/2021, 18:05:02] Loïc: Nadège commencera.
[09/10/2021, 18:09:31] Nadège: Je préférerais ne pas parler de ma famille.
[09/10/2021, 18:11:09] Gaspard O.: C'est justement de cela qu'il faut parler.
[09/10/2021, 18:11:47] +33 6 39 98 14 02: Nous l'avons tous fait.
[09/10/2021, 18:20:55] Loïc: Elle le fera.
[09/10/2021, 23:58:20] Gaspard O.: Où est-elle ce soir ?
[10/10/2021, 00:03:12] Loïc: Chez Sonia. Je m'en occupe.
"""
