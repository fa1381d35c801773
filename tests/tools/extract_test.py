"""The extract command from outside: exit codes, what is said where, rejects, interruption."""

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
import time

FACTLINE = sys.argv[1]
GOOD = b'{"id":"a","text":"Prices rose by 5 percent."}\n'


def run(*arguments, stdin=b"", **options):
    return subprocess.run([FACTLINE, "extract", *arguments], input=stdin, capture_output=True, timeout=60,
                          **options)


def check(what, condition, *seen):
    if not condition:
        sys.exit(f"failed: {what}: {seen}")


def summaries_and_codes(folder):
    done = run("-", stdin=GOOD)
    check("a good run ends with 0", done.returncode == 0, done)
    check("records are JSON", all(json.loads(line)["article"]["id"] == "a" for line in done.stdout.splitlines()))
    check("the summary adds up", b"1 read = 1 extracted + 0 rejected" in done.stderr, done.stderr)
    check("--quiet is quiet", run("-q", "-", stdin=GOOD).stderr == b"")
    check("nothing named is standard input", run(stdin=GOOD).stdout == done.stdout)

    bad = run("-", stdin=GOOD + b"{\n" + GOOD)
    check("rejects alone are no error", bad.returncode == 0, bad)
    check("each has a line", b"standard input:2: not JSON" in bad.stderr, bad.stderr)
    check("and is counted", b"3 read = 2 extracted + 1 rejected (invalid_json 1)" in bad.stderr, bad.stderr)
    many = run("-", stdin=b"{\n" * 50)
    check("lines are capped", many.stderr.count(b"not JSON") == 20 and b"and 30 more" in many.stderr, many.stderr)
    check("--max-rejects", run("--max-rejects", "1", "-", stdin=b"{\n{\n").returncode == 3)
    check("wrong usage", run("--no-such-option").returncode == 2)
    missing = run(os.path.join(folder, "none"), "-", stdin=GOOD)
    check("a missing file", missing.returncode == 4 and missing.stdout == done.stdout, missing)
    check("names cannot steer the terminal", b"\x1b" not in run("a\x1b[31m.jsonl").stderr)


def outputs(folder):
    path = os.path.join(folder, "facts.jsonl")
    done = run("-o", path, "-", stdin=GOOD)
    check("a file is written", done.returncode == 0 and done.stdout == b"" and os.path.getsize(path) > 0, done)
    check("and nothing beside it", os.listdir(folder) == ["facts.jsonl"], os.listdir(folder))
    check("full disk", run("-o", "/dev/full", "-", stdin=GOOD).returncode == 5)
    with open("/dev/full", "wb") as full:
        process = subprocess.run([FACTLINE, "extract", "-"], input=GOOD, stdout=full, stderr=subprocess.PIPE)
        check("full standard output", process.returncode == 5 and b"No space" in process.stderr, process)
    check("no folder", run("-o", os.path.join(folder, "no/facts.jsonl"), "-", stdin=GOOD).returncode == 5)


def rejects(folder):
    path = os.path.join(folder, "rejects.jsonl")
    archive = os.path.join(folder, "a.jsonl.gz")
    with open(archive, "wb") as out:
        out.write(gzip.compress(GOOD + b'{"id":"b","text":5}\n' + GOOD)[:-4])
    done = run("--rejects", path, archive)
    with open(path, "rb") as lines:
        found = [json.loads(line) for line in lines]
    check("damage is unreadable input", done.returncode == 4, done)
    check("places and reasons", [(r["reason"], r["line"], r["byte_offset"]) for r in found] ==
          [("text_not_string", 2, len(GOOD)), ("damaged", 4, 2 * len(GOOD) + 20)], found)
    check("the id is told", found[0]["id"] == "b", found)
    os.remove(archive)
    os.remove(path)


def interruption(folder):
    big = os.path.join(folder, "big.jsonl")
    with open(big, "wb") as out:
        out.write(GOOD * 400000)
    for number in (signal.SIGINT, signal.SIGTERM):
        out = os.path.join(folder, "out.jsonl")
        process = subprocess.Popen([FACTLINE, "extract", "-o", out, big], stderr=subprocess.PIPE)
        time.sleep(0.15)
        process.send_signal(number)
        process.communicate(timeout=30)
        check("a signal's exit code", process.returncode in (128 + number, 0), process.returncode)
        check("no half file", process.returncode == 0 or not os.path.exists(out), os.listdir(folder))
        check("no temporary file", not [n for n in os.listdir(folder) if ".tmp-" in n], os.listdir(folder))
    waiting = subprocess.Popen([FACTLINE, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    waiting.stdin.write(GOOD)
    waiting.stdin.flush()
    check("lines are answered as they come", waiting.stdout.readline().startswith(b"{"))
    waiting.send_signal(signal.SIGINT)
    check("a waiting run can be stopped", waiting.wait(timeout=10) == 130, waiting.returncode)
    for _ in range(20):
        process = subprocess.Popen([FACTLINE, "extract", big], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        check("a broken pipe is silent", process.wait(timeout=10) == 141 and complaint == b"", complaint)


def terminal():
    leader, follower = pty.openpty()
    process = subprocess.run([FACTLINE, "extract"], stdin=follower, capture_output=True, timeout=20)
    os.close(leader)
    os.close(follower)
    check("a terminal and no file: help", process.returncode == 0 and b"Usage" in process.stdout, process)


signal.alarm(300)  # nothing below waits for ever
with tempfile.TemporaryDirectory() as scratch:
    summaries_and_codes(scratch)
    outputs(scratch)
    rejects(scratch)
    interruption(scratch)
terminal()
print("extract: all as promised")
