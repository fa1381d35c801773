"""Inputs that are made to hurt, through the whole command: each is rejected, or read, within two seconds and a
bounded memory, and no file is opened but the inputs and what every run opens."""

import bz2
import gzip
import io
import json
import lzma
import os
import re
import resource
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

FACTLINE = sys.argv[1]
SECONDS = 2  # of processor time: other programs run on the machine too
MEMORY = 1 << 30  # of addresses, beyond what the program maps when it does nothing
GIGABYTE = 1 << 30
SECRET = "the-secret-of-this-test"
sanitized = b"AddressSanitizer" in subprocess.run([FACTLINE, "extract", "-"], input=b"", capture_output=True,
                                                   env={"ASAN_OPTIONS": "help=1"}).stderr


def check(what, condition, *seen):
    if not condition:
        sys.exit(f"failed: {what}: {seen}")


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 27, 1 << 27))
    if not sanitized:  # which reserve terabytes of addresses
        resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY, 2 * MEMORY))


def run(folder, path, *options):
    """The reasons of the rejects and the number of articles of `path`, and the processor time it took."""
    rejects = os.path.join(folder, "rejects")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([FACTLINE, "extract", "--jobs", "1", "--per", "article", "--rejects", rejects, *options, path],
                          capture_output=True, timeout=120, preexec_fn=limits)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    check(f"{path} ends well", done.returncode in (0, 4), done.returncode, done.stderr[-300:])
    check(f"{path} says nothing secret", SECRET.encode() not in done.stdout + done.stderr)
    with open(rejects, encoding="utf-8") as lines:
        reasons = [json.loads(line)["reason"] for line in lines]
    return reasons, len(done.stdout.splitlines()), seconds


def write(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(data)
    return path


# How long a run takes that reads nothing: the tables of names are made ready first.
def idle(folder):
    return run(folder, write(folder, "idle.jsonl", b'{"id":"a","text":"Prices rose."}\n'))[2]


def gzip_of_zeros(size):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


def zstd_of_zeros(size):
    """A frame of blocks that say: so many times this byte."""
    blocks = [struct.pack("<I", 1 << 1 | (1 << 17) << 3)[:3] + b"\0"] * (size >> 17)
    last = struct.pack("<I", 1 | 1 << 1 | 0 << 3)[:3] + b"\0"
    return b"\x28\xb5\x2f\xfd" + b"\x00" + b"\x38" + b"".join(blocks) + last


def zip_of(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def zip_of_zeros(name, size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(name, "w") as member:
            for _ in range(size >> 20):
                member.write(bytes(1 << 20))
    return out.getvalue()


def zip_of_overlaps(count, size):
    """Many entries of the list that all name the same compressed bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(bytes(size)) + packer.flush()
    crc = zlib.crc32(bytes(size))
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, crc, len(data), size, 5, 0) + b"x.txt" + data
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, crc, len(data), size, 5, 0, 0, 0, 0, 0, 0)
    listed = (entry + b"x.txt") * count
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count & 0xFFFF, count & 0xFFFF, len(listed), len(local), 0)
    return local + listed + end


def tar_of(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data, kind in members:
            info = tarfile.TarInfo(name)
            info.type = kind
            info.size = len(data) if kind == tarfile.REGTYPE else 0
            if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                info.linkname = data.decode()
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def bombs():
    yield "zeros.jsonl.gz", gzip_of_zeros(GIGABYTE), ["too_large"]
    yield "zeros.jsonl.zst", zstd_of_zeros(GIGABYTE), ["too_large"]
    yield "zeros.jsonl.bz2", bz2.compress(bytes(GIGABYTE >> 3)) * 8, ["too_large"]
    yield "zeros.jsonl.xz", lzma.compress(bytes(GIGABYTE >> 2), preset=0) * 4, ["too_large"]
    bomb = zip_of_zeros("zeros.jsonl", GIGABYTE)
    yield "zeros.zip", bomb, ["too_large"]
    yield "zeros.zip.gz", gzip.compress(bomb), ["too_large"]
    yield "lines.jsonl.gz", gzip.compress(b"\n" * (64 << 20)), ["too_large"]
    nest = zip_of_zeros("zeros.txt", 64 << 20)
    for depth in range(6):
        nest = zip_of([(f"{depth}-{i}.zip", nest) for i in range(4)])
    yield "nest.zip", nest, ["too_deep"]
    yield "overlap.zip", zip_of_overlaps(60000, 10 << 20), ["too_large"]
    yield "members.tar", tar_of([(f"{i}.txt", b"", tarfile.REGTYPE) for i in range(20000)]), ["no_text"]


def markup():
    deep = 100000
    yield "deep.html", b"<html><body>" + b"<div>" * deep + b"x", ["too_deep"]
    yield "deep-bold.html", b"<html><body>" + b"<b><div>" * deep + b"x", ["too_deep"]
    yield "attributes.html", b"<html><body><p" + b"".join(b" a%d=1" % i for i in range(20000)) + b">x", ["too_deep"]
    yield "comments.html", b"<html><body>" + b"<!-->" + b"<div>" * deep, ["no_article"]
    entities = "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    yield "laughs.xml", (f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha">{entities}]><nitf><body><body.content>'
                         "<p>&j;</p></body.content></body></nitf>").encode(), None
    quadratic = '<!DOCTYPE nitf [<!ENTITY a "' + "x" * 50000 + '">]><nitf><body><body.content><p>' + "&a;" * 50000
    yield "quadratic.xml", (quadratic + "</p></body.content></body></nitf>").encode(), None
    yield "deep.xml", b"<nitf>" + b"<body>" * deep, None
    yield "attributes.xml", b"<nitf" + b"".join(b" a%d='1'" % i for i in range(20000)) + b"><body/></nitf>", None
    yield "deep.rss", b"<rss><channel><item>" + b"<description>" * deep, None
    yield "deep.json", b"[" * deep, None
    yield "deep.jsonl", b'{"text":' + b'{"a":' * deep + b"\n", None


def thefts(folder):
    secret = write(folder, "secret.txt", SECRET.encode())
    page = "<!DOCTYPE nitf {dtd}><nitf><body><body.content><p>Prices rose by 5 percent. {text}</p></body.content></body></nitf>"
    yield "xxe.xml", page.format(dtd=f'[<!ENTITY x SYSTEM "file://{secret}">]', text="&x;")
    yield "xxe-parameter.xml", page.format(dtd=f'[<!ENTITY % x SYSTEM "file://{secret}"> %x;]', text="")
    yield "xxe-dtd.xml", page.format(dtd=f'SYSTEM "file://{secret}"', text="")
    yield "xxe-http.xml", page.format(dtd='[<!ENTITY x SYSTEM "http://127.0.0.1:9/">]', text="&x;")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>'
    yield "xinclude.xml", page.format(dtd="", text=include)
    yield "xxe.html", f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>Prices rose. &x;</p>' \
                      f'<iframe src="file://{secret}"></iframe><object data="file://{secret}"></object>' + "<p " \
                      + "".join(f"a{i}=1 " for i in range(300)) + "></body></html>"
    yield "traversal.zip", zip_of([("../../secret.txt", "Prices rose."), (secret, "Prices rose."),
                                   ("a\\..\\secret.txt", "Prices rose."), ("CON", "Prices rose.")])
    yield "links.tar", tar_of([("../up.txt", b"Prices rose.", tarfile.REGTYPE), ("s.txt", secret.encode(), tarfile.SYMTYPE),
                               ("h.txt", secret.encode(), tarfile.LNKTYPE), ("null", b"", tarfile.CHRTYPE)])


def opened(folder, path):
    """The files that a run opens, under strace."""
    log = os.path.join(folder, "strace.log")
    subprocess.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=open,openat,creat,socket,connect,execve", FACTLINE,
                    "extract", "--jobs", "1", "-o", os.path.join(folder, "facts.jsonl"), path], capture_output=True, timeout=120)
    with open(log, encoding="utf-8", errors="replace") as lines:
        calls = lines.read()
    check("no socket is made", not re.search(r"(socket|connect)\(", calls), calls)
    return set(re.findall(r'open(?:at)?\([^"]*"([^"]*)"', calls)) | set(re.findall(r'creat\("([^"]*)"', calls))


def ordinary(folder):
    """Files as anybody has them: what their readers open, every reader opens."""
    text = "Prices rose by 5 percent on Monday, the bank said."
    yield write(folder, "plain.jsonl", b'{"id":"a","text":"Prices rose."}\n')
    yield write(folder, "plain.zip", zip_of([("a.txt", text), ("\u00e4.txt", text)]))
    yield write(folder, "plain.tar", tar_of([("a.txt", text.encode(), tarfile.REGTYPE), ("\u00e4.txt", text.encode(), tarfile.REGTYPE)]))
    yield write(folder, "plain.html", f"<html><body><p>{text}</p></body></html>".encode())
    yield write(folder, "plain.xml", f"<nitf><body><body.content><p>{text}</p></body.content></body></nitf>".encode())


def watched(folder, files):
    if not shutil.which("strace"):
        return "files not watched: no strace"
    usual = set()
    for path in ordinary(folder):
        seen = opened(folder, path)
        if path not in seen:
            return "files not watched: strace may not"
        usual |= {name for name in seen if not name.startswith(folder)}
    for path in files:
        for name in opened(folder, path) - usual - {path}:
            output = os.path.dirname(name) == folder and os.path.basename(name).startswith((".facts.jsonl.tmp", "facts.jsonl"))
            check(f"{path} opens only itself", output or name.rstrip("/") == folder, name)
    return "no file opened but the inputs"


with tempfile.TemporaryDirectory() as scratch:
    base = idle(scratch)
    for name, data, expected in [*bombs(), *markup()]:
        reasons, articles, seconds = run(scratch, write(scratch, name, data))
        check(f"{name} is no article", articles == 0, articles)
        check(f"{name} is rejected", reasons and (expected is None or set(reasons) == set(expected)), reasons[:5])
        check(f"{name} takes no time", seconds - base < (20 if sanitized else SECONDS), seconds, base)
        os.remove(os.path.join(scratch, name))
    paths = []
    for name, data in thefts(scratch):
        path = write(scratch, name, data if isinstance(data, bytes) else data.encode())
        paths.append(path)
        run(scratch, path)
    seen = sorted(os.listdir(scratch))
    check("nothing was unpacked", not any(name in ("up.txt", "s.txt", "h.txt", "CON") for name in seen), seen)
    print("hostile: all rejected in time;", watched(scratch, paths))
