#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sessions at a terminal of their own: terminal.py SCENARIO MEMO FOLDER. Exits 0 when all went as it should."""
import os, pty, re, select, signal, sys, termios, time

PHRASE = "une phrase assez longue"


class Session:
    def __init__(self, memo, folder, *arguments):
        self.seen, self.all = "", ""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(MEMO_VAULT=folder + "/coffre", LC_ALL="fr_FR.UTF-8")
            os.execv(memo, [memo, *arguments])

    def wait_for(self, pattern, seconds=60):
        """Reads until `pattern` is seen; gives the match and forgets what was before it."""
        end = time.monotonic() + seconds
        while True:
            match = re.search(pattern, self.seen)
            if match:
                self.seen = self.seen[match.end():]
                return match
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"never seen: {pattern!r} in {self.seen[-500:]!r}")
            try:
                part = os.read(self.terminal, 4096).decode(errors="replace")
            except OSError:
                part = ""
            if not part:
                raise AssertionError(f"ended before {pattern!r}: {self.seen[-500:]!r}")
            self.seen += part
            self.all += part

    def say(self, text):
        os.write(self.terminal, (text + "\n").encode())

    def answer(self, pattern, text):
        self.wait_for(pattern)
        self.say(text)

    def end(self, seconds=120):
        """The exit code, once everything was read; a program that still waits for an answer is ended."""
        end = time.monotonic() + seconds
        while True:
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"did not end: {self.all[-500:]!r}")
            try:
                part = os.read(self.terminal, 4096).decode(errors="replace")
            except OSError:
                break
            if not part:
                break
            self.all += part
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def kit_of(session):
    rows = [session.wait_for(r"\n((?:[0-9a-z]{4} ?){4,5})(?=\r\n)").group(1) for _ in range(4)]
    return " ".join(rows).split()


def begin(memo, folder):
    session = Session(memo, folder, "init")
    session.answer("Nouvelle phrase de passe", PHRASE)
    session.answer("Encore une fois", "autre chose")
    session.answer("Nouvelle phrase de passe", PHRASE)
    session.answer("Encore une fois", PHRASE)
    session.wait_for(r"\x1b\[\?1049h")
    return session


def confirm(session, groups, mistake=False):
    session.answer("Entrée", "")
    for _ in range(3):
        number = int(session.wait_for(r"Groupe (\d+)/19").group(1))
        if mistake:
            session.say("qqqq" if groups[number - 1] != "qqqq" else "pppp")
            return session.answer("Entrée pour continuer", "")
        session.say(groups[number - 1].upper())


def init(memo, folder):
    session = begin(memo, folder)
    groups = kit_of(session)
    assert len(groups) == 19 and groups[0] == "memo", groups
    confirm(session, groups, mistake=True)
    assert kit_of(session) == groups
    confirm(session, groups)
    assert session.end() == 0, session.all[-300:]
    assert PHRASE not in session.all, "the passphrase was echoed"
    # The kit was shown on the alternate screen, which was cleared and left.
    assert session.all.rindex("\x1b[?1049l") > session.all.rindex(groups[3])
    again = Session(memo, folder, "init")
    assert again.end() == 73, again.all


def interrupted(memo, folder):
    session = begin(memo, folder)
    groups = kit_of(session)
    os.kill(session.pid, signal.SIGKILL)
    session.end()
    again = Session(memo, folder, "init")
    again.answer("Phrase de passe", PHRASE)
    assert kit_of(again) == groups
    confirm(again, groups)
    assert again.end() == 0


def swapped(group):
    """Another character in place of the last one."""
    return group[:-1] + ("q" if group[-1] != "q" else "p")


def recover(memo, folder):
    session = begin(memo, folder)
    groups = kit_of(session)
    confirm(session, groups)
    assert session.end() == 0
    back = Session(memo, folder, "recover", "--kit", "-")
    for number, group in enumerate(groups, 1):
        if number == 5:
            back.answer(f"Groupe {number}/19", "b1io")
            back.wait_for("pas possible ici")
        # A slip that only the checksum sees: that group is asked for again, and no other.
        back.answer(f"Groupe {number}/19", swapped(group) if number in (7, 12) else group)
    back.wait_for("groupe : 7, 12")
    back.answer("Groupe 7/19", groups[6])
    back.answer("Groupe 12/19", swapped(groups[11]))
    back.wait_for("groupe : 12")
    back.answer("Groupe 12/19", groups[11])
    back.answer("Nouvelle phrase de passe", "toute neuve")
    back.answer("Encore une fois", "toute neuve")
    assert back.end() == 0, back.all[-300:]
    assert groups[6] not in back.all, "the kit was echoed"
    listed = Session(memo, folder, "list")
    listed.answer("Phrase de passe", "toute neuve")
    assert listed.end() == 0


def add(memo, folder):
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    entry = Session(memo, folder, "add")
    entry.answer("Phrase de passe", PHRASE)
    entry.answer("> ", "Il a crié.")
    entry.answer("> ", "")
    entry.answer("> ", "")
    entry.answer("Quand", "je ne sais plus bien")
    # Proposed, not taken: the question comes again.
    entry.answer("Quand", "03/04/2021")
    entry.wait_for("écrivez 2021-04-03 pour « 3 avril 2021 », ou 2021-03-04 pour « 4 mars 2021 »")
    entry.answer("Quand", "2021-03~")
    entry.answer("Où", "chez moi")
    entry.answer("Qui", "Camille:témoin")
    entry.answer("Qui", "")
    for _ in range(4):
        entry.answer(r"\? ", "")
    entry.answer("somme", "je ne sais pas")
    entry.answer("fichier", "absent.pdf")
    entry.answer("fichier", "")
    entry.answer("titre", "")
    entry.answer("note", "")
    entry.wait_for("Inscrit")
    assert entry.end() == 0
    nothing = Session(memo, folder, "add")
    nothing.answer("Phrase de passe", PHRASE)
    nothing.answer("> ", "")
    nothing.answer("Quand", ".")
    nothing.wait_for("Rien n'a été inscrit")
    assert nothing.end() == 0


def draft(memo, folder):
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    entry = Session(memo, folder, "add")
    entry.answer("Phrase de passe", PHRASE)
    entry.answer("> ", "Il a crié.")
    entry.answer("> ", "")
    entry.answer("> ", "")
    entry.wait_for("Quand")
    os.write(entry.terminal, b"2021\x03")
    entry.wait_for("gardé, chiffré")
    assert entry.end() == 1
    assert entry.all.rindex("\x1b[?1049l") > entry.all.rindex("Quand"), "the alternate screen was left open"
    closed = Session(memo, folder, "add")
    closed.answer("Phrase de passe", PHRASE)
    closed.wait_for("Il a crié.")
    closed.answer("Entrée pour la reprendre", "")
    closed.answer("Quand", "2021-03~")
    closed.wait_for("Où")
    os.kill(closed.pid, signal.SIGHUP)
    closed.end()
    again = Session(memo, folder, "add")
    again.answer("Phrase de passe", PHRASE)
    again.wait_for("2021-03~")
    again.answer("Entrée pour la reprendre", "")
    again.answer("Où", ".")
    again.wait_for("Inscrit")
    assert again.end() == 0
    last = Session(memo, folder, "add")
    last.answer("Phrase de passe", PHRASE)
    last.answer("> ", ".")
    last.wait_for("Rien n'a été inscrit")
    assert last.end() == 0 and "Il a crié" not in last.all



def account(memo, folder):
    """The account itself: interrupted, it keeps each line; paragraphs stay; a long line is not cut."""
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    for stop in (b"\x03", signal.SIGHUP):
        entry = Session(memo, folder, "add")
        entry.answer("Phrase de passe", PHRASE)
        if stop == signal.SIGHUP:
            entry.answer("Entrée pour la reprendre", "")
        entry.answer("> ", "Ligne " + str(stop)[:4])
        entry.wait_for("> ")
        if stop == b"\x03":
            os.write(entry.terminal, b"perdu\x03")
            entry.end()
        else:
            os.kill(entry.pid, stop)
            entry.end()
    entry = Session(memo, folder, "add")
    entry.answer("Phrase de passe", PHRASE)
    entry.answer("Entrée pour la reprendre", "")
    entry.answer("> ", "")
    long = "é" * 3000 + "\x1b[D FIN"
    entry.answer("> ", long)
    entry.answer("> ", ".")
    entry.answer("Quand", "je ne sais pas")
    entry.answer("Où", "aucune idée")
    entry.answer("Qui", ".")
    identifier = entry.wait_for(r"Inscrit : (\w+)").group(1)
    assert entry.end() == 0
    with open(folder + "/secrets", "w") as file:
        file.write(PHRASE + "\n")
    import json, subprocess
    shown = subprocess.run([memo, "show", identifier, "--json", "--passphrase-file", "secrets"], cwd=folder, capture_output=True,
                           env=dict(os.environ, MEMO_VAULT=folder + "/coffre"), check=True)
    value = json.loads(shown.stdout)
    assert value["text"].split("\n") == ["Ligne b'\\x", "Ligne " + str(signal.SIGHUP)[:4], "", "é" * 3000 + " FIN"], value["text"][:80]
    assert not value["place"] and not value["when"], value


def interrupt(memo, folder):
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    stopped = Session(memo, folder, "list")
    stopped.wait_for("Phrase de passe")
    before = termios.tcgetattr(stopped.terminal)[3] & termios.ECHO
    os.write(stopped.terminal, b"\x03")
    stopped.wait_for("interrompu")
    after = termios.tcgetattr(stopped.terminal)[3] & termios.ECHO
    assert not before and after, "echo was not restored"
    assert stopped.end() == 1


def typed(memo, folder):
    """The line of a document in `folder`/ligne, as a shell gets it; whoever asks for a passphrase is given it."""
    os.environ["PATH"] = os.path.dirname(memo) + ":" + os.environ["PATH"]
    with open(folder + "/ligne", encoding="utf-8") as file:
        session = Session("/bin/bash", folder, "-c", file.read())
    while True:
        try:
            asked = session.wait_for(r"(?i)(phrase de passe|encore une fois|passphrase|Entrée)[^\n]*: ?$")
        except AssertionError:
            break
        session.say("" if "Entr" in asked.group(0) else PHRASE)
    status = session.end()
    print(session.all)
    sys.exit(status)


def purpose(memo, folder):
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    # Sound of a format that is not looked at: nothing can be excluded.
    with open(folder + "/appel.ogg", "wb") as file:
        file.write(b"OggS-CANARI")
    with open(folder + "/secrets", "w") as file:
        file.write(PHRASE + "\n")
    phrase = ("--passphrase-file", "secrets")
    assert Session(memo, folder, "add", "--title", "a", "--attach", "appel.ogg", *phrase).end() == 0
    assert Session(memo, folder, "keygen", "-o", "cle").end() == 0

    def export(name, *options):
        return Session(memo, folder, "export", "--to", "cle", "-o", name + ".tar.age", *options, *phrase)

    stopped = export("s")
    stopped.wait_for("pièce 1, appel.ogg : partie non examinée")
    stopped.answer("Votre choix", "")
    stopped.answer("Votre choix", "4")
    stopped.answer("Votre choix", "3")
    assert stopped.end() == 1 and not os.path.exists(folder + "/s.tar.age")
    interrupted = export("i")
    interrupted.wait_for("Votre choix")
    os.write(interrupted.terminal, b"\x03")
    assert interrupted.end() == 1 and not os.path.exists(folder + "/i.tar.age")
    for name, answer, kept in (("c", "2", True), ("a", "1", False)):
        asked = export(name)
        asked.answer("Votre choix", answer)
        assert asked.end() == 0, asked.all
        assert ("Originaux gardés ici" in asked.all) == kept, asked.all
        opened = Session(memo, folder, "open", name + ".tar.age", "--identity", "cle", "-o", name)
        assert opened.end() == 0, opened.all
        assert ("original gardé" in opened.all) == kept, opened.all
    told = export("f", "--for", "communication")
    assert told.end() == 0 and "Votre choix" not in told.all, told.all



def ended(memo, folder):
    """A signal at a question leaves the terminal as it was, and nothing of the other screen."""
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        for is_secret in (True, False):
            stopped = Session("/bin/sh", folder, "-c", f"{memo} add; stty -a; sleep 60")
            stopped.wait_for("Phrase de passe")
            if not is_secret:
                stopped.say(PHRASE)
                stopped.wait_for("> ")
            children = open(f"/proc/{stopped.pid}/task/{stopped.pid}/children").read().split()
            os.kill(int(children[0]), number)
            stopped.wait_for(r"speed \d+ baud")
            stopped.wait_for(r"[ ;]icanon")
            stopped.wait_for(r" echo ")
            entered, left = stopped.all.count("\x1b[?1049h"), stopped.all.count("\x1b[?1049l")
            assert entered == left == (0 if is_secret else 1), (number, stopped.all)
            os.kill(stopped.pid, signal.SIGKILL)
            stopped.end()


def withdraw(memo, folder):
    """What is taken away is shown first, and only « oui » takes it."""
    session = begin(memo, folder)
    confirm(session, kit_of(session))
    assert session.end() == 0
    with open(folder + "/secrets", "w") as file:
        file.write(PHRASE + "\n")
    phrase = ("--passphrase-file", "secrets")
    assert Session(memo, folder, "add", "--title", "Dispute", *phrase).end() == 0
    listed = Session(memo, folder, "list", *phrase)
    identifier = listed.wait_for(r"(\w{8})  ").group(1)
    listed.answer("Entrée", "")
    assert listed.end() == 0
    for answer, gone in (("", False), ("non", False), (" Oui ", True)):
        asked = Session(memo, folder, "withdraw", identifier, *phrase)
        asked.wait_for("Dispute")
        asked.answer("Écrivez « oui »", answer)
        assert asked.end() == 0
        assert ("Retiré d'ici" in asked.all) == gone and ("Rien n'a été touché" in asked.all) != gone, asked.all


CANARY = "CANARI7Qx"


def scrollback(session):
    """What is left on the terminal: everything but what was on the alternate screen, which must be cleared before it goes."""
    assert session.all.count("\x1b[?1049h") == session.all.count("\x1b[2J\x1b[3J\x1b[H\x1b[?1049l"), session.all
    return re.sub(r"(?s)\x1b\[\?1049h.*?\x1b\[\?1049l", "", session.all)


def traced(memo, folder):
    """A day in French under strace: no canary in what is executed, in a file's name, or left to be scrolled back to."""
    os.environ["TERM"] = "xterm"
    with open(folder + "/piece.txt", "w") as file:
        file.write(CANARY)
    sessions = []

    def run(*arguments):
        name = f"{folder}/trace.{len(sessions)}"
        calls = "execve,open,openat,creat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,unlink,unlinkat,symlink"
        options = ["-f", "-qq", "-v", "-s", "65535", "-o", name, "-e", "trace=" + calls]
        session = Session("/usr/bin/strace", folder, *options, memo, *arguments)
        sessions.append(session)
        return session

    def vault(*arguments):
        session = run(*arguments)
        session.answer("Phrase de passe", PHRASE)
        return session

    def ended(session):
        assert session.end() == 0, session.all

    first = run("init")
    first.answer("Nouvelle phrase de passe", PHRASE)
    first.answer("Encore une fois", PHRASE)
    confirm(first, kit_of(first))
    ended(first)
    entry = vault("add")
    entry.answer("> ", CANARY)
    entry.answer("> ", "")
    entry.answer("> ", "")
    entry.answer("Quand", "2021-03~")
    entry.answer("Où", CANARY)
    entry.answer("Qui", CANARY + ":" + CANARY)
    entry.answer("Qui", "")
    for _ in range(4):
        entry.answer(r"\? ", CANARY)
    entry.answer("somme", "12 EUR")
    entry.answer("fichier", "piece.txt")
    entry.answer("fichier", "")
    entry.answer("titre", CANARY)
    entry.answer("note", CANARY)
    identifier = entry.wait_for(r"Inscrit : (\w+)").group(1)
    ended(entry)
    contact = run("contact", "add")
    for question, answer in (("nom", CANARY), ("Qui", CANARY), ("enfant", ""), ("téléphone", CANARY), ("téléphone", ""),
                             ("électronique", CANARY), ("électronique", ""), ("adresse", CANARY), ("cachée", "oui"), ("note", CANARY)):
        contact.answer(question, answer)
    contact.answer("Phrase de passe", PHRASE)
    ended(contact)
    amended = run("amend", identifier)
    amended.answer("Pourquoi", CANARY)
    amended.answer("passé", CANARY + "bis")
    amended.answer("Quand", ".")
    amended.answer("Phrase de passe", PHRASE)
    ended(amended)
    for arguments in (("list",), ("show", identifier), ("contact", "list"), ("history",)):
        shown = vault(*arguments)
        shown.answer("Entrée efface", "")
        ended(shown)
        assert arguments == ("history",) or CANARY in shown.all, shown.all
    searched = run("search", "-")
    searched.answer("Quels mots", CANARY)
    searched.answer("Phrase de passe", PHRASE)
    searched.answer("Entrée efface", "")
    ended(searched)
    assert searched.all.count(CANARY) > 1, searched.all
    ended(run("keygen", "-o", "cle"))
    ended(vault("export", "--to", "cle", "--for", "avocat", "-o", "dossier.tar.age"))
    for number, session in enumerate(sessions):
        left = scrollback(session)
        assert CANARY not in left and PHRASE not in session.all, left
        with open(f"{folder}/trace.{number}", errors="replace") as file:
            trace = file.read()
        assert "execve" in trace and CANARY not in trace and PHRASE not in trace, number
    names = [name for _, folders, files in os.walk(folder) for name in folders + files]
    assert not any(CANARY in name for name in names), names


globals()[sys.argv[1]](sys.argv[2], sys.argv[3])
