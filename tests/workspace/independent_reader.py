"""A reader of workspaces written from docs/file-format.md alone, in 46 lines of code."""

import hashlib
import json
from pathlib import Path


def entries(folder: Path) -> list[tuple[int, str, int, str, bytes]]:
    """Return clock, writer, seq, sum and JSON of every line that counts, in order."""
    lines, refused = set(), set()
    for path in folder.glob("annotations/*/[0-9][0-9][0-9][0-9]*.jsonl"):
        writer, found = path.parent.name[:10], []
        for line in path.read_bytes().split(b"\n"):
            digest = hashlib.sha256(body := line.rstrip(b"\r")[34:-1]).hexdigest()[:16]
            if line.rstrip(b"\r") == b'{"sum":"%s","entry":%s}' % (digest.encode(), body):
                entry = json.loads(body)
                found.append((entry["clock"], writer, entry["seq"], digest, body))
                refused |= {(writer, one) for one in entry.get("refuses", ())}
        lines |= set(found)
    return sorted(one for one in lines if (one[1], one[3]) not in refused)


def read(folder: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201 (any JSON)
    """Return the tags shown, versions of each tag, articles, corrections, kinds, verdicts."""
    versions, articles, corrections, verdicts = {}, {}, {}, {}  # type: ignore[var-annotated]
    base = json.loads((folder / "workspace.json").read_bytes())["tag_set"]["kinds"]
    kinds = {kind["name"]: {"after": kind} for kind in base}
    for path in folder.glob("articles/*.json"):
        article = json.loads(path.read_bytes())
        if article["sha256"] == hashlib.sha256(article["text"].encode()).hexdigest():
            articles[path.stem] = {**article, "removed": False, "script": None}
    for _, writer, seq, digest, body in entries(folder):
        for edit in json.loads(body)["operation"]["edits"]:
            if name := edit.get("annotation"):
                old, was, ends = versions.get(name, {}).items(), edit["before"], edit.get("settles")
                kept = {k: v for k, v in old if ([*k[:2]] not in ends if ends else v != was)}
                versions[name] = kept | {(writer, seq, digest): edit["after"]}
            elif "correction" in edit:
                corrections[json.dumps({**(edit["after"] or edit["before"]), "shown": 0})] = edit
            elif "kind" in edit:
                kinds[edit["kind"]] = edit
            elif "verdict" in edit:
                verdicts[tuple(edit["verdict"])] = edit["after"]
            elif edit["article"] in articles:
                old, new = edit["before"], edit["after"]
                changed = {one for one in {**old, **new} if old.get(one) != new.get(one)}
                changed |= changed & {"removed", "replaced_by"} and {"removed", "replaced_by"}
                articles[edit["article"]] |= {one: new.get(one) for one in changed}
    tags = [tag for *_, tag in (held.values() for held in versions.values()) if tag]
    used = {tag["kind"] for tag in tags}
    kinds = {k: e["after"] or e["before"] for k, e in kinds.items() if e["after"] or k in used}
    texts = {one: article["text"] for one, article in articles.items() if not article["removed"]}
    tags = [t for t in tags if texts.get(t["article"], "")[t["start"] : t["end"]] == t["quote"]]
    return tags, versions, articles, corrections, kinds, verdicts
