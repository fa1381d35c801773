#!/usr/bin/env python3
"""Holds the confidence of links against gold data, and says what it should be.

    tools/link_confidence.py --eval DIR [--command build/release/tools/factline] [--fit] GOLD.jsonl [...]

DIR has score.py and links.py, the scorers of the gold data. Prints, for every role, how many of the links at a confidence were right, and
the expected calibration error over all roles. With --fit also what each confidence now printed should become: every class of link prints one
of its own while fitting (pipeline/links/link_class.cc), and a class seen seldom leans on its role by as much as two links. The error of a fit is
cross-validated: the confidences of the articles of each fifth are those fitted on the other four.
"""
import argparse, collections, json, sys

FOLDS, LEAN, BINS = 5, 2, 10


def judged(gold_paths, command, score, links):
    """Rows (article, role, confidence, right) of the links on paired amounts whose role is marked."""
    articles = [json.loads(line) for path in gold_paths for line in open(path, encoding="utf-8")]
    found = collections.defaultdict(list)
    for line in score.run([command, "extract", "--quiet", "-"], articles):
        record = json.loads(line)
        found[int(record["article"]["id"])].append(record)
    rows = []
    for i, article in enumerate(articles):
        for kind in links.TYPES:
            gold = [g for g in article["facts"] if g["type"] == kind]
            pred = [p for p in found[i] if p["type"] == kind]
            for gi, pj in score.pair(gold, pred):
                for link in pred[pj].get("links") or []:
                    if link["role"] not in article.get("links_annotated", []):
                        continue
                    accept = [a for l in gold[gi].get("links", []) if l["role"] == link["role"] for a in l["accept"]]
                    if gold[gi].get("optional") and not accept:
                        continue
                    rows.append((i, link["role"], link["confidence"], links.agrees(link["text"], accept)))
    return rows


def fit(rows):
    """(role, confidence printed) -> share right, leaning on the role."""
    role = collections.defaultdict(lambda: [0, 0])
    cell = collections.defaultdict(lambda: [0, 0])
    for _, r, c, right in rows:
        for count in (role[r], cell[r, c]):
            count[0] += right
            count[1] += 1
    mean = {r: (right + 1) / (n + 2) for r, (right, n) in role.items()}
    return {k: (right + LEAN * mean[k[0]]) / (n + LEAN) for k, (right, n) in cell.items()}, mean


def calibration_error(pairs):
    bins = collections.defaultdict(list)
    for confidence, right in pairs:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(pairs)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", nargs="+")
    ap.add_argument("--eval", required=True)
    ap.add_argument("--command", default="build/release/tools/factline")
    ap.add_argument("--fit", action="store_true")
    args = ap.parse_args()
    sys.path.insert(0, args.eval)
    import links, score

    rows = judged(args.gold, args.command, score, links)
    table = collections.defaultdict(lambda: [0, 0])
    for _, role, confidence, right in rows:
        table[role, confidence][0] += right
        table[role, confidence][1] += 1
    fitted, _ = fit(rows)
    for (role, confidence), (right, n) in sorted(table.items()):
        print(f"{role:14} {confidence:.2f}  links {n:4}  right {right / n:.3f}" + (f"  fit {fitted[role, confidence]:.2f}" if args.fit else ""))
    print(f"expected calibration error {calibration_error([(c, right) for _, _, c, right in rows]):.3f} over {len(rows)} links")
    if args.fit:
        pairs = []
        for fold in range(FOLDS):
            model, mean = fit([r for r in rows if r[0] % FOLDS != fold])
            pairs += [(model.get((role, c), mean.get(role, 0.5)), right) for i, role, c, right in rows if i % FOLDS == fold]
        print(f"cross-validated over articles {calibration_error(pairs):.3f}")
        bins = collections.defaultdict(lambda: [0, 0])
        for c, right in pairs:
            bins[min(int(c * 20), 19)][0] += right
            bins[min(int(c * 20), 19)][1] += 1
        for b, (right, n) in sorted(bins.items()):
            print(f"  held out, {b / 20:.2f} to {(b + 1) / 20:.2f}: links {n:4}  right {right / n:.3f}")


if __name__ == "__main__":
    main()
