#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second reader of dossiers, written from Documentation/Format.md alone, with the standard library and PyNaCl.

    reader.py FOLDER_OR_TAR [--vault-id ID] [--json]
    reader.py --batch FOLDER [--vault-id ID]        a JSON line for each dossier in FOLDER

Checks an unpacked bag (the folder that holds bagit.txt) or a plain tar: everything but the bytes of the pages, which need the
renderer. One line a finding; exit 0 when nothing is false, 65 when something is, 64 on a wrong command line. Without --vault-id
the dossier is only consistent with the vault that it names itself.
"""
import base64, contextlib, datetime, hashlib, io, json, os, re, stat, sys
from nacl import bindings as sodium

FALSE, LATER, UNPROVED = "faux", "non vérifiable aujourd'hui", "non prouvé"
VERDICTS = {FALSE: "false", LATER: "unverifiable", UNPROVED: "unproven"}  # the gravest first
KIB, MIB = 1 << 10, 1 << 20
RENDERERS = (1, 2)
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MAX_FILES, MAX_PIECE = 200_000, 1 << 41
TAGS = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "minisign.pub"]
TAGMANIFEST, SIGNATURE, DOSSIER = "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.minisig", "data/integrite/dossier.json"
ORDER = ["bagit.txt", "bag-info.txt", "data/", "manifest-sha256.txt", TAGMANIFEST, SIGNATURE, "minisign.pub"]
PAGES = {"data/" + p for p in "dossier.html chronologie.csv bordereau.csv contacts.vcf chronologie.ics LISEZ-MOI.txt".split()}
STAMPS = "data/integrite/horodatage/"
CERTS, STATEMENTS, PROOFS = "data/integrite/certificats/", "data/integrite/inscriptions/", "data/integrite/inclusion/"
ENTRY = "title text when place kind said felt thought effect written_by amount paid_to lang who*"
OPENINGS = {  # the names that may leave the vault (4.3); every other name is private or unknown. * = several times
    "log.opened": "predecessor", "entry.logged": ENTRY, "entry.amended": ENTRY + " reason replaces", "entry.attached": "attachment*",
    "entry.withdrawn": "reason removes", "contact.removed": "removes", "device.certified": "certificate", "device.revoked": "logs",
    "contact.saved": "name initials role phone* email* address* note child organisation replaces", "format.raised": "format"}


class Faux(Exception):
    """Something in the dossier is false; its text says what."""
    severity = FALSE

class Later(Faux):
    """Something is of a later version: it cannot be verified today."""
    severity = LATER


def need(ok, reason, error=Faux):
    if not ok:
        raise error(reason)


# Conventions (1): encodings, canonical JSON, keys. Each reader takes a value, returns it decoded or raises Faux.
def b64std(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 non canonique")
    return raw

def b64(value, size):
    need(isinstance(value, str) and re.fullmatch("[A-Za-z0-9_-]*", value), "base64url attendu")
    raw = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    need(len(raw) == size and b64_text(raw) == value, "base64url non canonique ou de mauvaise longueur")
    return raw

def b64_text(raw): return base64.urlsafe_b64encode(raw).decode().rstrip("=")
def b32_text(raw): return base64.b32encode(raw).decode().lower().rstrip("=")
def digest(value): return b64(value, 32)
def sha256(raw): return hashlib.sha256(raw).digest()

def identifier(value):
    need(isinstance(value, str) and re.fullmatch("[a-z2-7]{26}", value), "identifiant attendu")
    raw = base64.b32decode(value.upper() + "======")
    need(b32_text(raw) == value, "identifiant non canonique")
    return raw

def moment(value):
    """Seconds since 1970. Python has no year 0, which had the days of the year 2000."""
    clock = "([01][0-9]|2[0-3]):[0-5][0-9]"
    need(isinstance(value, str) and re.fullmatch(f"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{clock}:[0-5][0-9][+-]{clock}", value)
         and not value.endswith("-00:00"), "moment attendu")
    year0 = value.startswith("0000")
    seconds = (datetime.datetime.fromisoformat("2000" + value[4:] if year0 else value) - EPOCH).total_seconds()
    return int(seconds) - (730_485 * 86_400 if year0 else 0)

def text(value):
    need(isinstance(value, str), "texte attendu")
    return value

def natural(value):
    need(type(value) is int and value >= 0, "entier positif attendu")
    return value

def one_of(*values):
    def read(value):
        need(any(type(value) is type(v) and value == v for v in values), f"attendu : {' ou '.join(map(str, values))}")
        return value
    return read

def is_later(value): return isinstance(value, dict) and type(value.get("version")) is int and value["version"] > 1

def array(read):
    def read_all(value):
        need(isinstance(value, list), "liste attendue")
        return [read(v) for v in value]
    return read_all

def fields(value, required, optional={}, more=False):
    """The members of an object, decoded; `more` lets unknown members be."""
    need(isinstance(value, dict) and set(required) <= set(value), "objet sans tous ses membres")
    need(more or set(value) <= {*required, *optional}, "membre inconnu")
    return {k: ({**required, **optional}[k](v) if k in required or k in optional else v) for k, v in value.items()}

def matching(pattern): return lambda value: need(re.fullmatch(pattern, text(value)), "montant refusé")
def some(required, optional={}): return lambda value: fields(value, required, optional, more=True)
def person(value): return some({"contact": identifier} if isinstance(value, dict) and "contact" in value else {"name": text}, {"role": text})(value)

PLACES = array(some({"leaf": digest, "log": identifier, "sequence": natural}))
SHAPES = {  # of the values that are not texts (4.3)
    "attachment": some({"digest": digest, "id": identifier, "media_type": text, "name": text, "order": natural, "size": natural}, {"nature": text, "partial": text}),
    "amount": some({"value": matching(r"-?[0-9]{1,12}(\.[0-9]{1,2})?"), "currency": matching("[A-Z]{3}")}), "who": person, "replaces": PLACES, "removes": PLACES,
    "child": one_of(True), "organisation": one_of(True), **dict.fromkeys(("predecessor", "certificate", "logs", "format"), lambda value: value)}

def ascending(values, reason): need(all(a < b for a, b in zip(values, values[1:])), reason)

def canonical(raw):
    """The value of canonical JSON, proved canonical by encoding it again."""
    def pairs(items):
        need(all(re.fullmatch("[a-z_]+", k) for k, _ in items) and len(dict(items)) == len(items), "clé JSON refusée ou répétée")
        return dict(items)
    def integer(digits):
        need(len(digits) <= 17 and abs(int(digits)) < 1 << 53, "entier JSON trop grand")
        return int(digits)
    def refuse(_): raise Faux("nombre JSON refusé")
    def walk(value, depth):
        need(value is not None and (depth < 16 or not isinstance(value, (dict, list))), "JSON : null, ou trop profond")
        for v in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(v, depth + 1)
    value = json.loads(raw.decode(), object_pairs_hook=pairs, parse_int=integer, parse_float=refuse, parse_constant=refuse)
    walk(value, 0)
    need(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() == raw, "JSON non canonique")
    return value

def labelled(name, data): return hashlib.blake2b(b"memo/v1/" + name + b"\0" + data, digest_size=32).digest()

def point(raw):
    need(len(raw) == 32 and sodium.crypto_core_ed25519_is_valid_point(raw), "clé Ed25519 refusée (non canonique ou de petit ordre)")
    return raw

def verify(key, signature, message):
    try:
        sodium.crypto_sign_open(signature + message, key)
    except Exception:
        raise Faux("signature fausse") from None

def key_string(value):
    """A minisign key string: `Ed`, the key id that 1 derives, the key."""
    raw = b64std(text(value))
    need(len(raw) == 42 and raw[:2] == b"Ed", "clé minisign attendue")
    need(raw[2:10] == labelled(b"minisign-key-id", raw[10:])[:8], "l'identifiant de clé minisign n'est pas celui de la clé")
    return point(raw[10:])

def key_file(raw):
    found = re.fullmatch("untrusted comment: minisign public key ([0-9A-F]+)\n([^\r\n]{56})\n", raw.decode())
    need(found, "fichier de clé minisign attendu (deux lignes)")
    need(found[1] == f"{int.from_bytes(b64std(found[2])[2:10], 'little'):X}", "commentaire de clé minisign refusé")
    return key_string(found[2])

def minisign(key, message, raw):
    """Verifies a minisign signature file, prehashed only; returns its trusted comment."""
    found = re.fullmatch("untrusted comment: memo\n([^\r\n]{100})\ntrusted comment: ([^\r\n]*)\n([^\r\n]{88})\n", raw.decode())
    need(found, "signature minisign attendue (quatre lignes)")
    signature, seal = b64std(found[1]), b64std(found[3])
    need(len(signature) == 74 and signature[:2] == b"ED" and len(seal) == 64, "signature minisign préhachée (ED) attendue")
    need(signature[2:10] == labelled(b"minisign-key-id", key)[:8], "signature d'une autre clé")
    verify(key, signature[10:], hashlib.blake2b(message).digest())
    verify(key, seal, signature[10:] + found[2].encode())
    return found[2]


# Logs (4.4): C2SP tlog-proof, tlog-checkpoint and signed-note; RFC 6962 trees.
def read_proof(raw):
    """(index, path, text of the note, origin, size, root, signature lines)"""
    found = re.fullmatch("c2sp\\.org/tlog-proof@v1\nindex (0|[1-9][0-9]{0,19})\n((?:[A-Za-z0-9+/]{43}=\n){0,64})\n"
                         "(([^\n]+)\n(0|[1-9][0-9]{0,19})\n([A-Za-z0-9+/]{43}=)\n)\n((?:— [^\x00-\x20\\s+]+ [A-Za-z0-9+/=]+\n){1,100})", raw.decode())
    need(found, "tlog-proof attendu")
    index, path, note, origin, size, root, lines = found.groups()
    need(max(int(index), int(size)) < 1 << 64, "tlog-proof : nombre trop grand")
    return int(index), [b64std(p) for p in path.split()], note, origin, int(size), b64std(root), [l.split(" ") for l in lines.split("\n")[:-1]]

def verify_note(note, lines, origin, key):
    key_id, lines = sha256(origin.encode() + b"\n\1" + key)[:4], [(name, b64std(signature)) for _, name, signature in lines]
    need(all(len(raw) > 4 for _, raw in lines), "signature de tête trop courte")
    own = [raw[4:] for name, raw in lines if name == origin and raw[:4] == key_id]
    need(own and len(own[0]) == 64, "tête non signée par la clé de journal du certificat")
    verify(key, own[0], note.encode())

def root_of(leaf, index, size, path):
    need(index < size, "rang au-delà de la tête")
    node, last = index, size - 1
    for sibling in path:
        need(last, "preuve d'inclusion trop longue")
        if node & 1 or node == last:
            leaf = sha256(b"\1" + sibling + leaf)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            leaf = sha256(b"\1" + leaf + sibling)
        node, last = node >> 1, last >> 1
    need(last == 0, "preuve d'inclusion trop courte")
    return leaf


class Bag:
    """The files of a dossier by their name in the bag: name -> (path on disk, offset, size)."""

    def __init__(self, path, findings):
        self.files, self.findings, self.top, self.time, self.hashes = {}, findings, None, None, {}
        (self.walk if os.path.isdir(path) else self.untar)(path)
        lowered = set()
        for name in self.files:
            with findings.about(name):
                need(re.fullmatch("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", name) and len(name) <= 120, "nom refusé")
                need(not any(c.endswith(".") or re.fullmatch(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", c) for c in name.split("/")), "nom refusé")
                need(name.lower() not in lowered, "deux noms égaux en minuscules")
            lowered.add(name.lower())

    def add(self, name, entry):
        need(len(self.files) < MAX_FILES, "trop de fichiers")
        need(name not in self.files, "fichier présent deux fois")
        need(entry[2] <= MAX_PIECE, "fichier trop grand")
        self.files[name] = entry

    def walk(self, top):
        def stop(error): raise error
        for folder, folders, names in os.walk(top, onerror=stop):
            for full in (os.path.join(folder, n) for n in sorted(names) + [d for d in folders if os.path.islink(os.path.join(folder, d))]):
                name, state = os.path.relpath(full, top).replace(os.sep, "/"), os.lstat(full)
                with self.findings.about(name):
                    need(stat.S_ISREG(state.st_mode), "ni fichier ni dossier ordinaire")
                    self.add(name, (full, 0, state.st_size))

    def untar(self, path):
        def number(field, end=b"\0"):
            need(re.fullmatch(b"[0-7]+" + end, field), "tar : nombre refusé")
            return int(field[:-len(end)], 8)
        position, pax, times, rank, total = 0, {}, set(), 0, os.path.getsize(path)
        need(os.path.isfile(path), "ni dossier ni fichier ordinaire")
        with open(path, "rb") as file:
            while any(block := file.read(512)):
                need(len(block) == 512 and block[257:265] == b"ustar\x0000", "tar : en-tête ustar attendu")
                need(number(block[148:156], b"\0 ") == sum(block[:148]) + 256 + sum(block[156:]), "tar : somme de contrôle fausse")
                kind, size = block[156:157], pax.get("size") or number(block[124:136])
                name, prefix = (block[a:b].rstrip(b"\0").decode() for a, b in ((0, 100), (345, 500)))
                name = pax.get("path") or (prefix + "/" if prefix else "") + name
                position += 512 + -(-size // 512) * 512
                need(position <= total, "tar : coupé")
                need([number(block[a:b]) for a, b in ((100, 108), (108, 116), (116, 124))] == [0o644, 0, 0], "tar : mode ou propriétaire refusé")
                need(not block[157:257].strip(b"\0") and not block[265:329].strip(b"\0") and not block[500:].strip(b"\0"), "tar : champ inattendu")
                need(all(block[a:a + 8] in (bytes(8), b"0000000\0") for a in (329, 337)), "tar : appareil refusé")
                times.add(number(block[136:148]))
                if kind == b"x":
                    need(not pax and size <= 4096 and name == "PaxHeaders/memo", "tar : en-tête pax refusé")
                    pax = self.pax(file.read(size))
                else:
                    need(kind == b"0", "tar : seuls les fichiers ordinaires sont admis")
                    top, _, inside = name.partition("/")
                    need(re.fullmatch("memo-dossier-[0-9]{4}-[0-9]{2}-[0-9]{2}", top) and self.top in (None, top), "tar : un seul dossier memo-dossier-AAAA-MM-JJ attendu")
                    place = next((i for i, o in enumerate(ORDER) if inside == o or o.endswith("/") and inside.startswith(o)), None)
                    need(place is not None and place >= rank, f"tar : {inside} n'est pas à sa place")
                    self.top, rank = top, place
                    self.add(inside, (path, file.tell(), size))
                    file.seek(size, io.SEEK_CUR)
                    pax = {}
                need(not file.read(-size % 512).strip(b"\0"), "tar : remplissage non nul")
            need(not pax and file.tell() == position + 512 and total >= position + 1024, "tar : fin attendue")
            need(total <= position + 1024 + 20480 and total % 512 == 0, "tar : fin trop longue, ou coupée")
            while rest := file.read(MIB):
                need(not rest.strip(b"\0"), "tar : octets après la fin")
            need(len(times) == 1, "tar : plusieurs dates")
            self.time = times.pop()

    @staticmethod
    def pax(raw):
        records = {}
        while raw:
            found = re.match(rb"([1-9][0-9]{0,3}) (size|path)=", raw)
            need(found and int(found[1]) <= len(raw) and raw[int(found[1]) - 1:int(found[1])] == b"\n", "tar : en-tête pax refusé")
            key, value, raw = found[2].decode(), raw[found.end():int(found[1]) - 1].decode(), raw[int(found[1]):]
            need(key not in records, "tar : en-tête pax refusé")
            if key == "path":
                splits = [i for i, c in enumerate(value) if c == "/" and i <= 155 and len(value) - i - 1 <= 100]
                need(value and len(value) > 100 and not splits, "tar : pax pour un nom qu'ustar sait dire")
            else:
                need(re.fullmatch("[1-9][0-9]{0,15}", value) and int(value) >= 8 ** 11, "tar : pax pour une taille qu'ustar sait dire")
            records[key] = int(value) if key == "size" else value
        need(records, "tar : en-tête pax vide")
        return records

    def read(self, name, limit):
        need(name in self.files, "absent")
        path, offset, size = self.files[name]
        need(size <= limit, "trop grand")
        with open(path, "rb") as file:
            file.seek(offset)
            return file.read(size)

    def sha256(self, name):
        if name not in self.hashes:
            path, offset, left = self.files[name]
            state = hashlib.sha256()
            with open(path, "rb") as file:
                file.seek(offset)
                while left and (part := file.read(min(left, MIB))):
                    state.update(part)
                    left -= len(part)
            need(not left, "coupé")
            self.hashes[name] = state.digest()
        return self.hashes[name]


class Findings(list):
    def add(self, severity, file, reason):
        self.append((severity, *("".join(c if c.isprintable() else ascii(c)[1:-1] for c in t) for t in (file, reason))))

    @contextlib.contextmanager
    def about(self, file):
        try:
            yield
        except Faux as error:
            self.add(error.severity, file, str(error))
        except Exception as error:  # bytes that are not even of the right kind: never a traceback
            self.add(FALSE, file, f"illisible ({type(error).__name__})")


class Reader:
    def __init__(self, path, vault_id):
        self.findings = Findings()
        self.about, self.root, self.vault_id = self.findings.about, None, vault_id
        self.certificates, self.revoked, self.heads, self.attachments, self.later = {}, {}, {}, {}, False

    def run(self, path):
        with self.about(os.path.basename(os.path.normpath(path))):
            self.bag = Bag(path, self.findings)
            self.lists()
            with self.about(CERTS + "coffre.pub"):
                self.root = key_file(self.bag.read(CERTS + "coffre.pub", KIB))
                need(self.vault_id is None or key_string(self.vault_id) == self.root, "ce n'est pas le coffre attendu")
            if self.root:
                known = self.certs() | {DOSSIER, CERTS + "coffre.pub"}
                with self.about(DOSSIER):
                    self.dossier()
                    known |= self.pages() | self.statements()
                    known |= self.pieces() if not self.later else {n for n in self.bag.files if n.startswith("data/pieces/")}
                    for name in sorted(n for n in self.bag.files if n.startswith("data/") and n not in known):
                        stamp = name.startswith(STAMPS)
                        self.findings.add(LATER if stamp else FALSE, name, "horodatage" if stamp else "ce fichier n'a pas de place dans un dossier")
                    self.signature()
        return self.findings

    def vault(self, value):
        need(key_string(value) == self.root, "d'un autre coffre que coffre.pub")
        return self.root

    def lists(self):
        with self.about("bagit.txt"):
            need(self.bag.read("bagit.txt", KIB) == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "BagIt 1.0 attendu")
        listed = {TAGMANIFEST, SIGNATURE}
        for manifest in ("manifest-sha256.txt", TAGMANIFEST):
            with self.about(manifest):
                lines, named = self.bag.read(manifest, 64 * MIB).decode().split("\n"), set()
                need(lines.pop() == "", "dernière ligne coupée")
                for line in lines:
                    found = re.fullmatch("([0-9a-f]{64})  ([^ \t]+)", line)
                    need(found and found[2] not in named, "ligne refusée ou répétée")
                    named.add(found[2])
                    with self.about(found[2]):
                        need(found[2] in self.bag.files, f"absent, mais dans {manifest}")
                        need(self.bag.sha256(found[2]) == bytes.fromhex(found[1]), f"n'a pas l'empreinte de {manifest}")
                ascending([line[66:].encode() for line in lines], "liste en désordre")
                need(all(n.startswith("data/") for n in named) if manifest != TAGMANIFEST else named == set(TAGS), "liste d'autres fichiers que les siens")
                listed |= named
        for name in sorted(set(self.bag.files) - listed):
            self.findings.add(FALSE, name, "dans aucune liste")

    def certs(self):
        """Root-signed documents (3). Fills certificates: device -> (log key, dossier key), and revoked: device -> {log: (size, root)}."""
        known = set()
        for name in sorted(self.bag.files):
            found = re.fullmatch(CERTS + r"([a-z2-7]{26})(-revocation)?\.json", name)
            if not found:
                continue
            known |= {name, name + ".minisig"}
            with self.about(name):
                raw = self.bag.read(name, MIB)
                need(minisign(self.root, raw, self.bag.read(name + ".minisig", 4 * KIB)) == "memo v1", "commentaire signé refusé")
                common = {"created_at": moment, "device": one_of(found[1]), "vault": self.vault, "version": one_of(1)}
                if found[2]:
                    log = lambda v: fields(v, {"log": identifier, "root": digest, "size": natural})
                    body = fields(canonical(raw), common | {"type": one_of("device.revocation"), "logs": array(log)})
                    ascending([l["log"] for l in body["logs"]], "journaux en désordre")
                    self.revoked[found[1]] = {b32_text(l["log"]): (l["size"], l["root"]) for l in body["logs"]}
                    need(name.replace("-revocation", "") in self.bag.files, "révocation d'un appareil sans certificat")
                else:
                    body = fields(canonical(raw), common | {"type": one_of("device.certificate"), "dossier_key": key_string,
                                  "log_key": digest, "request_key": digest})
                    keys = [point(body[k]) for k in ("log_key", "request_key", "dossier_key")]
                    need(labelled(b"device-id", b"".join(keys))[:16] == identifier(found[1]), "l'appareil n'est pas l'empreinte de ses clés")
                    self.certificates[found[1]] = keys[0], keys[2]
        return known

    def pages(self):
        if self.body["renderer"] not in RENDERERS:
            self.findings.add(LATER, DOSSIER, f"pages de version {self.body['renderer']}")
            return {n for n in self.bag.files if re.fullmatch("data/[^/]+", n)}
        for name in sorted(PAGES - set(self.bag.files)):
            self.findings.add(FALSE, name, "page absente")
        return PAGES

    def dossier(self):
        copy = lambda v: fields(v, {"digest": digest, "path": text, "size": natural})
        piece = lambda v: fields(v, {"attachment": identifier, "leaf": digest, "path": text}, {"copy": copy, "withheld": one_of(True)})
        selection = {"only": one_of(True), "since": text, "until": text, "tag": one_of(True)}
        self.body = canonical(self.bag.read(DOSSIER, 64 * MIB))
        need(isinstance(self.body, dict) and self.body.get("type") == "dossier", "type dossier attendu")
        need(not is_later(self.body), "d'une version plus récente", Later)
        fields(self.body, {
            "cover": lambda v: fields(v, {k: text for k in v}), "created_at": moment, "device": identifier, "dossier": identifier,
            "language": one_of("fr"), "pieces": array(piece), "purpose": one_of("avocat", "communication"), "recipients": array(digest),
            "renderer": natural, "selection": lambda v: fields(v, {}, selection), "shown": lambda v: fields(v, {"entries": natural}, {"others": natural}),
            "statements": array(digest), "type": one_of("dossier"), "vault": self.vault, "version": one_of(1)})
        ascending([digest(r) for r in self.body["recipients"]], "destinataires en désordre")
        need(self.body["renderer"] > 0, "version de pages refusée")
        need(len(set(self.body["statements"])) == len(self.body["statements"]), "inscription montrée deux fois")
        time = min(max(0, moment(self.body["created_at"])), 8 ** 11 - 1)
        need(self.bag.top in (None, "memo-dossier-" + self.body["created_at"][:10]) and self.bag.time in (None, time), "le tar porte une autre date")
        with self.about("bag-info.txt"):
            payload = [size for name, (_, _, size) in self.bag.files.items() if name.startswith("data/")]
            need(self.bag.read("bag-info.txt", KIB).decode() == f"Bagging-Date: {self.body['created_at'][:10]}\n"
                 f"Payload-Oxum: {sum(payload)}.{len(payload)}\n", "n'est pas ce qui suit du reste")

    def signature(self):
        with self.about("minisign.pub"):
            key, device = key_file(self.bag.read("minisign.pub", KIB)), self.body["device"]
            need(self.certificates.get(device, (None, None))[1] == key, "clé de dossier sans certificat de l'appareil")
            with self.about(SIGNATURE):
                comment = minisign(key, self.bag.read(TAGMANIFEST, MIB), self.bag.read(SIGNATURE, 4 * KIB))
                start = (f"memo-dossier v1 id={self.body['dossier']} dossier.json={b64_text(self.bag.sha256(DOSSIER))} "
                         f"vault={b32_text(self.root)} device={device} date={self.body['created_at']} heads=")
                need(comment.startswith(start), "le commentaire signé n'est pas celui de dossier.json")
                digest(comment[len(start):])  # it commits to logs that are not here: only its form can be read
                if device in self.revoked:
                    self.findings.add(UNPROVED, SIGNATURE, "signé par un appareil révoqué")

    def statements(self):
        known, entries, gone, children, named = set(), set(), set(), set(), {}
        for n, leaf in enumerate(self.body["statements"], 1):
            base = f"{STATEMENTS}{n:04}"
            names = [base + ".json", base + ".valeurs", f"{PROOFS}{n:04}.tlog-proof"]
            known.update(names)
            with self.about(names[0]):
                raw = self.bag.read(names[0], 64 * KIB)
                need(b64_text(sha256(b"\0" + raw)) == leaf, "n'est pas la feuille que dossier.json liste à ce rang")
                header = canonical(raw)
                self.later = self.later or is_later(header)
                need(not is_later(header), "d'une version plus récente", Later)
                fields(header, {"device": identifier, "log": identifier, "recorded_at": moment, "sd": array(digest), "sequence": natural,
                                "subject": identifier, "type": text, "version": one_of(1)})
                sd, kind, subject = header["sd"], header["type"], header["subject"]
                need(re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", kind) and len(kind) <= 64, "type refusé")
                need(sd and len(sd) % 8 == 0, "le nombre d'empreintes n'est pas un multiple de huit")
                ascending(sd, "empreintes en désordre")
                need((header["sequence"] == 0) == (kind == "log.opened"), "log.opened est la première inscription, et elle seule")
                need(kind != "log.opened" or subject == header["log"], "log.opened d'un autre journal")
                if kind in ("entry.logged", "entry.amended"):
                    entries.add(subject)
                if kind in ("entry.withdrawn", "contact.removed"):
                    gone.add(subject)
                with self.about(names[1]):
                    values = self.openings(names[1], kind, sd)
                    if kind == "entry.attached":
                        place = moment(header["recorded_at"]), identifier(header["log"]), header["sequence"]
                        self.attachments.setdefault(subject, []).extend(
                            (place, a["order"], a["id"], leaf, a) for a in values.get("attachment", []))
                    if kind == "contact.saved":
                        children.update([subject] if "child" in values else [])
                        named.update({subject: names[1]} if "name" in values else {})
                with self.about(names[2]):
                    self.inclusion(names[2], digest(leaf), header)
        for subject in sorted(children & set(named)):
            self.findings.add(FALSE, named[subject], "le nom d'un enfant est dévoilé")
        self.attachments = {e: sorted(a, key=lambda a: a[:3]) for e, a in self.attachments.items() if e in entries - gone}
        with self.about(DOSSIER):
            need(self.later or self.body["shown"]["entries"] == len(entries - gone), f"shown.entries faux : {len(entries - gone)} entrées montrées")
        return known

    def openings(self, file, kind, sd):
        """The openings of one statement (4.2, 4.3): name -> values."""
        lines, values, before = self.bag.read(file, MIB).decode("ascii").split("\n"), {}, ""
        need(lines.pop() == "", "dernière ligne coupée")
        allowed = OPENINGS.get(kind, "").split()
        for line in lines:
            mark = b64_text(sha256(line.encode()))
            need(mark in sd, "valeur dont l'empreinte n'est pas dans sd")
            need(mark > before, "valeurs en désordre ou répétées")
            raw, before = b64(line, len(line) * 3 // 4), mark
            opening = canonical(raw)
            need(isinstance(opening, list) and len(opening) == 3, "[sel, nom, valeur] attendu")
            salt, name, value = opening
            need(len(b64(salt, 16)) == 16 and re.fullmatch("[a-z_]+", text(name)), "sel ou nom refusé")
            need(name in allowed or name + "*" in allowed, f"valeur privée ou inconnue : {name}")
            need(name not in values or name + "*" in allowed, f"valeur répétée : {name}")
            values.setdefault(name, []).append(SHAPES.get(name, text)(value))
        return values

    def inclusion(self, file, leaf, header):
        index, path, note, origin, size, root, lines = read_proof(self.bag.read(file, 64 * KIB))
        device, log = header["device"], header["log"]
        need(origin == f"memo/{b32_text(self.root)}/{device}/{log}", "tête d'une autre origine")
        need(device in self.certificates, "clé de journal sans certificat de l'appareil")
        verify_note(note, lines, origin, self.certificates[device][0])
        need(index == header["sequence"], "preuve d'un autre rang que celui de l'inscription")
        need(root_of(leaf, index, size, path) == root, "la preuve ne mène pas à la tête")
        need(self.heads.setdefault(log, note) == note, "deux têtes différentes d'un même journal")
        if device in self.revoked:
            last, last_root = self.revoked[device].get(log, (0, None))
            need(size != last or root == last_root, "la tête n'est pas celle de la révocation")
            if index >= last:
                self.findings.add(UNPROVED, file, "inscription d'un appareil révoqué, au-delà de sa révocation")
            elif size != last:  # a thief of the log key can sign another tree of any other size
                self.findings.add(UNPROVED, file, "inscription d'un appareil révoqué : la tête n'est pas celle de la révocation")

    def pieces(self):
        known, listed = set(), []
        for n, piece in enumerate(self.body["pieces"], 1):
            name = piece["path"]
            copy, withheld = piece.get("copy"), "withheld" in piece
            known |= ({name} if not withheld else set()) | ({copy["path"]} if copy else set())
            if copy:
                with self.about(copy["path"]):
                    need(re.fullmatch(f"data/pieces/piece-{n:03}-copie([A-Za-z0-9._-]*)", copy["path"]) and copy["path"] in self.bag.files, "copie absente, ou mal nommée")
                    need((copy["size"], digest(copy["digest"])) == (self.bag.files[copy["path"]][2], self.bag.sha256(copy["path"])), "copie changée")
            with self.about(name):
                found = re.fullmatch(f"data/pieces/piece-{n:03}(?:-([A-Za-z0-9._-]+))?", name)
                need(found and (withheld or name in self.bag.files), "pièce absente, ou dont le nom n'est pas celui de son rang")
                entry, wanted = next(((e, a) for e, all_ in self.attachments.items() for *_, leaf, a in all_
                                      if (leaf, a["id"]) == (piece["leaf"], identifier(piece["attachment"]))), (None, None))
                need(wanted, "pièce sans inscription montrée qui la joigne")
                listed.append((entry, piece["leaf"], wanted["id"]))
                need(withheld or wanted["size"] == self.bag.files[name][2], "n'a pas la taille inscrite")
                need(withheld or wanted["digest"] == self.bag.sha256(name), "n'a pas l'empreinte inscrite")
                given = wanted["name"]  # the pages decide how other names become ASCII: those are not compared
                need(not re.fullmatch("[A-Za-z0-9_]{1,60}(\\.[a-z0-9]{1,8})?", given) or given == found[1], "n'a pas le nom inscrit")
        with self.about(DOSSIER):  # all pieces of the entries shown; those of one entry together, in their order
            order = [(e, leaf, id) for e in dict.fromkeys(e for e, *_ in listed) for _, _, id, leaf, _ in self.attachments[e]]
            need(listed == order and len(listed) == sum(map(len, self.attachments.values())), "pièces en désordre, omises ou répétées")
            need(len({id for *_, id in listed}) == len(listed), "deux pièces d'un même identifiant")
        return known


def check(path, vault_id=None):
    """[(severity, file, reason)…]; nothing is false when no severity is `faux`."""
    return list(Reader(path, vault_id).run(path))

def verdict(findings):
    return next((word for severity, word in VERDICTS.items() if any(f[0] == severity for f in findings)), "valid")

def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    paths, vault_id, as_json, batch, rest = [], None, False, False, list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--json":
            as_json = True
        elif word == "--batch":
            batch = True
        elif word == "--vault-id" and rest and vault_id is None:
            vault_id = "".join(rest.pop(0).split())
        else:
            paths.append(word)
    try:
        need(len(paths) == 1 and not paths[0].startswith("-") and (vault_id is None or key_string(vault_id)), "usage")
    except (Faux, ValueError):
        print("usage: reader.py FOLDER_OR_TAR [--vault-id ID] [--json]", file=sys.stderr)
        return 64
    if batch:
        for name in sorted(os.listdir(paths[0])):
            findings = check(os.path.join(paths[0], name), vault_id)
            print(json.dumps({"name": name, "verdict": verdict(findings), "findings": findings}, ensure_ascii=False))
        return 0
    findings = check(paths[0], vault_id)
    if as_json:
        print(json.dumps([dict(zip(("severity", "file", "reason"), f)) for f in findings], ensure_ascii=False))
    for finding in () if as_json else findings:
        print("{}: {}: {}".format(*finding))
    return 65 if any(f[0] == FALSE for f in findings) else 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
