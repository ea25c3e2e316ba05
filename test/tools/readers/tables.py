"""Reads the tables with Frictionless, pandas and DuckDB, and prints what they saw as JSON."""
import json
import sys
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

report = frictionless.Package(f"{folder}/datapackage.json").validate()
seen = {"frictionless": {"version": frictionless.__version__, "valid": report.valid, "tasks": len(report.tasks),
                         "errors": report.flatten(["type", "note", "resourceName"])[:10] if False else
                         [[e.type, e.message] for t in report.tasks for e in t.errors][:10]}}

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
    "nasty": frames["nodes"].set_index("id")["label"].to_dict(),
    "excel first column": excel.columns[0],
    "excel labels": excel.set_index("id")["label"].to_dict(),
}

sql = duckdb.connect()
types = dict(sql.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM read_csv('{folder}/events.csv'))").fetchall())
joined = sql.sql(f"""SELECT count(*) FROM read_csv('{folder}/edges.csv') e
  JOIN read_csv('{folder}/nodes.csv') s ON s.id = e.source JOIN read_csv('{folder}/nodes.csv') t ON t.id = e.target""").fetchone()[0]
seen["duckdb"] = {"version": duckdb.__version__, "start_date": types["start_date"], "joined": joined,
                  "inherited": types["date_inherited"]}
print(json.dumps(seen, default=str))
