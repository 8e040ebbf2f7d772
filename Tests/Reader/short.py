#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a stranger writes in an afternoon from Documentation/Format.md: short.py FOLDER [VAULT_ID]

Checks an unpacked dossier (the folder of bagit.txt): the files against the manifests, the signature, certificates and
revocations up to the vault id, headers, openings, inclusion proofs, signed heads and pieces. Trusts nothing that is not checked
here; leaves strictness about spelling, the pages and the archive to reader.py. Exit 0, or 65 with the reason.
"""
import base64, hashlib, json, pathlib, re, sys
from nacl.signing import VerifyKey


def fail(reason):
    print(f"faux : {reason}")
    sys.exit(65)


def need(condition, reason):
    if not condition:
        fail(reason)


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def b64_text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def b32_text(data):
    return base64.b32encode(data).decode().lower().rstrip("=")


def labelled(name, data):
    return hashlib.blake2b(b"memo/v1/" + name + b"\0" + data, digest_size=32).digest()


def minisign_key(text):
    raw = base64.b64decode(text, validate=True)
    need(len(raw) == 42 and raw[:2] == b"Ed", "clé minisign attendue")
    need(raw[2:10] == labelled(b"minisign-key-id", raw[10:])[:8], "identifiant de clé minisign")
    return raw[10:]


def minisign(key, message, signature_file):
    """Prehashed signatures only; returns the trusted comment, which is signed as well."""
    _, first, comment, second = signature_file.decode().rstrip("\n").split("\n")
    raw, comment = base64.b64decode(first), comment.removeprefix("trusted comment: ")
    need(raw[:2] == b"ED", "signature non préhachée")
    VerifyKey(key).verify(hashlib.blake2b(message).digest(), raw[10:])
    VerifyKey(key).verify(raw[10:] + comment.encode(), base64.b64decode(second))
    return comment


def canonical(raw):
    value = json.loads(raw)
    again = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    need(again.encode() == raw, "JSON non canonique")
    return value


def root_of(leaf, index, size, path):
    """RFC 9162, 2.1.3.2."""
    node, last = index, size - 1
    need(index < size, "rang au-delà de la tête")
    for sibling in path:
        need(last, "preuve trop longue")
        if node & 1 or node == last:
            leaf = sha256(b"\1" + sibling + leaf)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            leaf = sha256(b"\1" + leaf + sibling)
        node, last = node >> 1, last >> 1
    need(last == 0, "preuve trop courte")
    return leaf


def head_of(proof, key, origin):
    """Index, path and head of a tlog-proof whose note the log's key signed under `origin`."""
    start, note = proof.decode().split("\n\n", 1)
    lines = start.split("\n")
    need(lines[0] == "c2sp.org/tlog-proof@v1" and lines[1].startswith("index "), "tlog-proof attendu")
    text, signatures = note.split("\n\n", 1)
    name, size, root = text.split("\n")
    need(name == origin, "tête d'un autre journal")
    key_id = sha256(origin.encode() + b"\n\1" + key)[:4]
    for line in signatures.strip().split("\n"):
        _, signer, signature = line.split(" ")
        raw = base64.b64decode(signature)
        if signer == origin and raw[:4] == key_id:
            VerifyKey(key).verify((text + "\n").encode(), raw[4:])
            return int(lines[1][6:]), [base64.b64decode(l) for l in lines[2:]], int(size), base64.b64decode(root)
    fail("tête non signée par la clé du journal")


def listed(bag, manifest):
    lines = (bag / manifest).read_text().splitlines()
    return {line[66:]: line[:64] for line in lines}


def check_files(bag):
    """Every file is listed once, and is what its line says."""
    lines = listed(bag, "manifest-sha256.txt") | listed(bag, "tagmanifest-sha256.txt")
    apart = {"tagmanifest-sha256.txt", "tagmanifest-sha256.txt.minisig"}
    found = {str(p.relative_to(bag)) for p in bag.rglob("*") if not p.is_dir()}
    need(found - apart == set(lines), f"fichiers non listés ou absents : {sorted(found - apart ^ set(lines))[:3]}")
    for path, digest in lines.items():
        need(hashlib.sha256((bag / path).read_bytes()).hexdigest() == digest, path)


def check_certificates(folder, root, vault_text):
    """Devices that the vault's root key certified, and how far it revoked some."""
    devices, revoked = {}, {}
    for path in sorted(folder.glob("*.json")):
        raw = path.read_bytes()
        need(minisign(root, raw, path.with_name(path.name + ".minisig").read_bytes()) == "memo v1", path.name)
        body = canonical(raw)
        need(body["vault"] == vault_text, path.name)
        if body["type"] == "device.revocation":
            revoked[body["device"]] = {l["log"]: (l["size"], b64(l["root"])) for l in body["logs"]}
        else:
            keys = [b64(body["log_key"]), b64(body["request_key"]), minisign_key(body["dossier_key"])]
            need(body["type"] == "device.certificate", path.name)
            need(b32_text(labelled(b"device-id", b"".join(keys))[:16]) == body["device"], "identité de l'appareil")
            devices[body["device"]] = keys
    return devices, revoked


def check_statement(bag, number, leaf_text, root, devices, revoked):
    """One statement: header, openings, place in its log. Returns its openings by name."""
    base = bag / "data/integrite/inscriptions" / f"{number:04}"
    raw = base.with_suffix(".json").read_bytes()
    header, leaf = canonical(raw), sha256(b"\0" + raw)
    need(b64_text(leaf) == leaf_text, f"{base.name} : feuille")
    sd, openings = header["sd"], []
    need(sd == sorted(set(sd)) and sd and len(sd) % 8 == 0, f"{base.name} : empreintes")
    for line in base.with_suffix(".valeurs").read_text().splitlines():
        need(b64_text(sha256(line.encode())) in sd, f"{base.name} : valeur qui n'a pas été inscrite")
        salt, name, value = canonical(b64(line))
        need(len(b64(salt)) == 16, f"{base.name} : sel")
        openings.append((name, value))
    need(header["device"] in devices, f"{base.name} : appareil sans certificat")
    origin = f"memo/{b32_text(root)}/{header['device']}/{header['log']}"
    proof = (bag / "data/integrite/inclusion" / f"{number:04}.tlog-proof").read_bytes()
    index, path, size, head = head_of(proof, devices[header["device"]][0], origin)
    need(index == header["sequence"], f"{base.name} : rang")
    need(root_of(leaf, index, size, path) == head, f"{base.name} : preuve d'inclusion")
    accepted = revoked.get(header["device"], {header["log"]: (size, head)}).get(header["log"], (0, None))
    if (size, head) != accepted:
        print(f"non prouvé : {base.name}, appareil révoqué")
    return openings


def main(folder, vault_text=None):
    bag = pathlib.Path(folder)
    check_files(bag)
    body = canonical((bag / "data/integrite/dossier.json").read_bytes())
    need(body["type"] == "dossier" and body["version"] == 1, "dossier.json")
    need(vault_text in (None, body["vault"]), "ce n'est pas le coffre donné")
    root = minisign_key(body["vault"])
    devices, revoked = check_certificates(bag / "data/integrite/certificats", root, body["vault"])
    key = minisign_key((bag / "minisign.pub").read_text().split("\n")[1])
    need(devices.get(body["device"], [None])[-1] == key, "clé de dossier sans certificat")
    tags = bag / "tagmanifest-sha256.txt"
    comment = minisign(key, tags.read_bytes(), (bag / "tagmanifest-sha256.txt.minisig").read_bytes())
    digest = b64_text(sha256((bag / "data/integrite/dossier.json").read_bytes()))
    need(re.match(f"memo-dossier v1 id={body['dossier']} dossier.json={digest} ", comment), "commentaire signé")
    attachments = {}
    for number, leaf in enumerate(body["statements"], 1):
        for name, value in check_statement(bag, number, leaf, root, devices, revoked):
            if name == "attachment":
                attachments[value["id"]] = value
    for piece in body["pieces"]:
        if not piece.get("withheld"):
            data = (bag / piece["path"]).read_bytes()
            known = attachments[piece["attachment"]]
            need((len(data), b64_text(sha256(data))) == (known["size"], known["digest"]), piece["path"])
    print(f"rien de faux : {len(body['statements'])} inscriptions, {len(body['pieces'])} pièces")


try:
    main(*sys.argv[1:3])
except Exception as error:
    fail(f"{type(error).__name__} {error}")
