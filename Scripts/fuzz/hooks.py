# SPDX-License-Identifier: Apache-2.0
"""What schemathesis needs to reach behind admission: it asks for a vault that there is, under names that fit what it
sends, and every request is signed by a device of that vault. One in eight is left as it came."""
import hashlib, os, random, sys, urllib.parse
import requests, schemathesis

sys.path.insert(0, os.path.dirname(__file__))
import vault as V  # noqa: E402

vault = V.Vault()
device = V.Device(vault)
log = V.Log(device)
boot = vault.boot([device])
boot_name = f"{1:016x}-{V.b32(hashlib.sha256(boot[0]).digest())}"
base = os.environ["MEMO_FUZZ_URL"]
dice = random.Random(1)


def ask(method, target, body=b"", **fields):
    authority = urllib.parse.urlsplit(base).netloc
    signed = device.fields(method, authority, target, body)
    answer = requests.request(method, base + target, data=body, headers={**signed, **fields}, timeout=30)
    if answer.status_code >= 300:
        raise SystemExit(f"{method} {target}: {answer.status_code} {answer.text}")
    return answer


def populate():
    """A vault with a log, a chunk and an order to erase."""
    top = f"/v1/vaults/{vault.b32}"
    ask("POST", "/v1/vaults", V.lp(*boot))
    segment = log.segment(0, 5)
    ask("PUT", f"{top}/segments/{V.b32(V.blake(segment))}", segment)
    ask("POST", f"{top}/log/{log.id}", log.append(0, 5))
    ask("PUT", f"{top}/chunks/{V.b32(V.blake(b'chunk'))}", b"chunk")
    ask("POST", f"{top}/erasures", V.lp(*vault.erasure("order", [(log.id, 1, log.leaves[1])])))
    for path in ("heads", f"log/{log.id}?from=0", "boot", f"boot/{boot_name}", "erasures"):
        ask("GET", f"{top}/{path}")


def bodies(target):
    """Right bodies, and some that are nearly right."""
    if target.endswith(f"/log/{log.id}"):
        return [log.append(0, 5), log.append(5, 8), log.append(0, 4)]
    if target.endswith("/erasures"):
        number = str(dice.randrange(50))
        return [V.lp(*vault.erasure(number, [(log.id, dice.randrange(8), log.leaves[dice.randrange(8)])]))]
    if "/boot/" in target or target == "/v1/vaults":
        return [V.lp(*boot), V.lp(*vault.boot([device], 2, [boot[0]]))]
    if "/segments/" in target:
        return [log.segment(0, 5), log.segment(5, 8), log.segment(2, 4)]
    return []


def fitted(target, method, body):
    """A target that exists, more often than chance would have it."""
    path, mark, query = target.partition("?")
    parts = path.split("/")
    if len(parts) > 3 and parts[1:3] == ["v1", "vaults"]:
        parts[3] = vault.b32
        if len(parts) == 6 and parts[4] == "log":
            parts[5] = log.id
        if len(parts) == 6 and parts[4] == "boot":
            parts[5] = boot_name
        if len(parts) == 6 and parts[4] in ("chunks", "segments") and parts[5] != "missing":
            parts[5] = V.b32(V.blake(body if method == "PUT" else b"chunk"))
        if len(parts) == 7 and parts[4] == "erasures":
            parts[5] = V.b32(V.blake(str(dice.randrange(50)).encode(), 16))
    return "/".join(parts) + mark + query


class Signed(requests.auth.AuthBase):
    def __call__(self, request):
        body = request.body or b""
        if isinstance(body, str):
            body = body.encode()
        if not isinstance(body, bytes) or dice.randrange(8) == 0:
            return request
        target = request.path_url
        if dice.randrange(4):
            likely = bodies(fitted(target, request.method, body))
            if likely and dice.randrange(2):
                body = dice.choice(likely)
                if dice.randrange(4) == 0:
                    at = dice.randrange(len(body))
                    body = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
                request.body = body
                request.headers["content-length"] = str(len(body))
                request.headers.pop("transfer-encoding", None)
            target = fitted(target, request.method, body)
            parts = urllib.parse.urlsplit(request.url)
            request.url = f"{parts.scheme}://{parts.netloc}{target}"
        authority = urllib.parse.urlsplit(request.url).netloc
        for name, value in device.fields(request.method, authority, request.path_url, body).items():
            request.headers[name] = value
        return request


populate()
schemathesis.auth.set_from_requests(Signed())
