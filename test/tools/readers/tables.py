"""Reads the tables with Frictionless, pandas and DuckDB, and prints what they saw as JSON."""
import json
import shutil
import sys
import tempfile
import urllib.request

import duckdb
import frictionless
import pandas

base, folder = sys.argv[1:3]
names = [r["name"] for r in json.load(urllib.request.urlopen(f"{base}/tables/datapackage.json"))["resources"]]
for name in names + ["datapackage"]:
    ending = "json" if name == "datapackage" else "csv"
    urllib.request.urlretrieve(f"{base}/tables/{name}.{ending}", f"{folder}/{name}.{ending}")
urllib.request.urlretrieve(f"{base}/tables/people.csv?excel=1", f"{folder}/excel.csv")

errors = lambda report: [[e.type, e.message] for t in report.tasks for e in t.errors][:10]
report = frictionless.Package(f"{folder}/datapackage.json").validate()
# The same package with a node less and a day that is none must not pass: else its word would be worth nothing.
broken = tempfile.mkdtemp()
for name in [f"{name}.csv" for name in names] + ["datapackage.json"]:
    shutil.copy(f"{folder}/{name}", broken)
lines = open(f"{folder}/nodes.csv", encoding="utf-8", newline="").read().split("\r\n")
open(f"{broken}/nodes.csv", "w", encoding="utf-8", newline="").write("\r\n".join(l for l in lines if not l.startswith("person:vladimir-putin,")))
events = open(f"{folder}/events.csv", encoding="utf-8", newline="").read()
open(f"{broken}/events.csv", "w", encoding="utf-8", newline="").write(events.replace(",2023-10-01,", ",2023-10,"))
found = {kind for kind, _ in errors(frictionless.Package(f"{broken}/datapackage.json").validate())}
seen = {"frictionless": {"version": frictionless.__version__, "valid": report.valid, "tasks": len(report.tasks),
                         "errors": errors(report), "broken": sorted(found)}}

frames = {n: pandas.read_csv(f"{folder}/{n}.csv", keep_default_na=False) for n in names}
dates = pandas.read_csv(f"{folder}/events.csv", parse_dates=["start_date", "end_date"])
same = {}
for n in names:
    rows = json.load(urllib.request.urlopen(f"{base}/tables/{n}.json"))
    text = lambda v: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v)
    raw = pandas.read_csv(f"{folder}/{n}.csv", keep_default_na=False, dtype=str)
    same[n] = raw.to_dict("records") == [{k: text(v) for k, v in row.items()} for row in rows]
excel = pandas.read_csv(f"{folder}/excel.csv")
seen["pandas"] = {
    "version": pandas.__version__,
    "rows": {n: len(f) for n, f in frames.items()},
    "json is csv": same,
    "dates": str(dates["start_date"].dtype),
    "dangling": int((~frames["edges"][["source", "target"]].isin(set(frames["nodes"]["id"]))).sum().sum()),
    "edge ids unique": bool(frames["edges"]["id"].is_unique),
    "gifts": frames["gifts"][["giver", "gift", "recipient"]].values.tolist(),
    "where": frames["gifts"][["id", "giver_country_ids", "recipient_country_ids", "places", "place_inherited", "sentences"]].astype(str).values.tolist(),
    "nasty": frames["nodes"].set_index("id")["label"].to_dict(),
    "excel first column": excel.columns[0],
    "marks": [open(f"{folder}/{name}.csv", "rb").read(3) == b"\xef\xbb\xbf" for name in ("excel", "people")],
    "excel aliases": [frame.set_index("id")["aliases"].get("person:formula") for frame in (excel, frames["people"])],
    "excel labels": excel.set_index("id")["label"].to_dict(),
}

sql = duckdb.connect()
types = dict(sql.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM read_csv('{folder}/events.csv'))").fetchall())
joined = sql.sql(f"""SELECT count(*) FROM read_csv('{folder}/edges.csv') e
  JOIN read_csv('{folder}/nodes.csv') s ON s.id = e.source JOIN read_csv('{folder}/nodes.csv') t ON t.id = e.target""").fetchone()[0]
seen["duckdb"] = {"version": duckdb.__version__, "start_date": types["start_date"], "joined": joined,
                  "inherited": types["date_inherited"]}
print(json.dumps(seen, default=str))
