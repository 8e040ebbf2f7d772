# SPDX-License-Identifier: Apache-2.0
"""The public side of a vault, in Python: what a server needs to be talked to (Format.md §1 to §4, Sync.md §8 to §10)."""
import base64, hashlib, json, time
from nacl.signing import SigningKey

MOMENT = "2026-01-02T03:04:05+01:00"


def blake(data, size=32):
    return hashlib.blake2b(data, digest_size=size).digest()


def label(name):
    return b"memo/v1/" + name.encode() + b"\0"


def b32(data):
    return base64.b32encode(data).decode().lower().rstrip("=")


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def std(data):
    return base64.b64encode(data).decode()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def key(seed):
    return SigningKey(blake(seed.encode()))


def public(signing):
    return bytes(signing.verify_key)


def key_id(raw):
    return blake(label("minisign-key-id") + raw)[:8]


def minisign_text(raw):
    return std(b"Ed" + key_id(raw) + raw)


def lp(body, signature):
    return len(body).to_bytes(4, "little") + body + len(signature).to_bytes(4, "little") + signature


class Vault:
    def __init__(self, seed="vault"):
        self.root = key(seed + " root")
        self.raw = public(self.root)
        self.b32 = b32(self.raw)
        self.text = minisign_text(self.raw)

    def sign(self, document):
        """A root-signed document: its body and its minisign signature."""
        body = canonical({**document, "vault": self.text, "version": 1})
        signature = self.root.sign(hashlib.blake2b(body, digest_size=64).digest()).signature
        comment = "memo v1"
        overall = self.root.sign(signature + comment.encode()).signature
        text = (
            f"untrusted comment: memo\n{std(b'ED' + key_id(self.raw) + signature)}\n"
            f"trusted comment: {comment}\n{std(overall)}\n"
        )
        return body, text.encode()

    def boot(self, devices, counter=1, previous=()):
        listed = []
        for device in sorted(devices, key=lambda device: device.id_bytes):
            body, signature = device.certificate
            listed.append({"certificate": body.decode(), "certificate_signature": signature.decode()})
        epoch = {"devices": [], "epoch": b32(blake(b"epoch", 16)), "escrow": b64(blake(b"escrow"))}
        return self.sign(
            {
                "type": "boot.record", "counter": counter, "devices": listed, "epochs": [epoch],
                "previous": [b64(hashlib.sha256(body).digest()) for body in previous],
            }
        )

    def erasure(self, seed, places, chunks=()):
        return self.sign(
            {
                "type": "erasure.order", "id": b32(blake(seed.encode(), 16)), "created_at": MOMENT,
                "delay_days": 0, "chunks": list(chunks),
                "places": [{"leaf": b64(leaf), "log": log, "sequence": at} for log, at, leaf in places],
            }
        )


class Device:
    def __init__(self, vault, seed="first"):
        self.vault = vault
        self.log, self.request, self.dossier = (key(f"{seed} {use}") for use in ("log", "request", "dossier"))
        keys = [public(k) for k in (self.log, self.request, self.dossier)]
        self.id_bytes = blake(label("device-id") + b"".join(keys))[:16]
        self.id = b32(self.id_bytes)
        self.certificate = vault.sign(
            {
                "type": "device.certificate", "created_at": MOMENT, "device": self.id,
                "dossier_key": minisign_text(keys[2]), "log_key": b64(keys[0]), "request_key": b64(keys[1]),
            }
        )

    def fields(self, method, authority, target, body, created=None):
        """The fields that sign a request (RFC 9421, RFC 9530)."""
        path, mark, query = target.partition("?")
        digest = f"sha-256=:{std(hashlib.sha256(body).digest())}:"
        created = int(time.time()) if created is None else created
        names = ("@method", "@authority", "@path", "@query", "content-digest")
        listed = " ".join(f'"{name}"' for name in names)
        parameters = f'({listed});created={created};keyid="{self.id}";alg="ed25519"'
        authority = authority.lower()
        for port in (":443", ":80"):
            if authority.endswith(port):
                authority = authority[: -len(port)]
        values = (method, authority, path or "/", mark + query or "?", digest)
        lines = [f'"{name}": {value}' for name, value in zip(names, values)]
        lines.append(f'"@signature-params": {parameters}')
        signature = self.request.sign("\n".join(lines).encode()).signature
        return {
            "content-digest": digest, "signature-input": f"memo={parameters}", "signature": f"memo=:{std(signature)}:",
        }


class Log:
    """A log of a device; its records are noise."""

    def __init__(self, device, seed="log", count=8):
        self.device = device
        self.id_bytes = blake(seed.encode(), 16)
        self.id = b32(self.id_bytes)
        self.leaves = [blake(f"{seed} leaf {n}".encode()) for n in range(count)]
        self.sealed = [blake(f"{seed} record {n}".encode(), 64) * 17 for n in range(count)]

    def segment(self, first, end):
        frames = b"".join(
            b"\1" + leaf + len(sealed).to_bytes(4, "little") + sealed
            for leaf, sealed in list(zip(self.leaves, self.sealed))[first:end]
        )
        return b"memoseg\1" + self.id_bytes + first.to_bytes(8, "little") + (end - first).to_bytes(4, "little") + frames

    def root(self, hashes):
        if len(hashes) == 1:
            return hashes[0]
        split = 1 << ((len(hashes) - 1).bit_length() - 1)
        return hashlib.sha256(b"\1" + self.root(hashes[:split]) + self.root(hashes[split:])).digest()

    def checkpoint(self, size):
        origin = f"memo/{self.device.vault.b32}/{self.device.id}/{self.id}"
        text = f"{origin}\n{size}\n{std(self.root(self.leaves[:size]))}\n"
        raw = public(self.device.log)
        number = hashlib.sha256(origin.encode() + b"\n\1" + raw).digest()[:4]
        return f"{text}\n— {origin} {std(number + self.device.log.sign(text.encode()).signature)}\n"

    def append(self, first, end):
        segment = self.segment(first, end)
        reference = {"first": first, "end": end, "id": b32(blake(segment))}
        return canonical(
            {"from": first, "checkpoint": self.checkpoint(end), "segments": [reference], "version": 1}
        )
