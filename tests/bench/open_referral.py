#!/usr/bin/env python3
"""make bench-referral: time and memory of Open Referral: loading a list, checking it, and converting it both ways.

The list is a generated one, converted by Signpost, and the same list as others would write it, without Signpost's attributes. Nothing here passes or
fails. Needs SIGNPOST_PROGRAM and a generator of catalogues in SIGNPOST_SHARED (bench/generate.py); SIGNPOST_BENCH_SIZES chooses other sizes."""
import json, os, shutil, subprocess, sys, tempfile, time

program, shared = (os.environ.get(name, "") for name in ("SIGNPOST_PROGRAM", "SIGNPOST_SHARED"))
generator = os.path.join(shared, "bench", "generate.py")


def size(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return os.path.getsize(path)


def measure(what, read, *words):
    """Runs the program once: seconds, and its peak of memory beside the size of what it reads."""
    start = time.perf_counter()
    child = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    print("%-34s %2d %10.1f MiB %9.2f s %9.1f MiB %6.1f" % (what, child.returncode, size(read) / 2**20, time.perf_counter() - start, usage.ru_maxrss / 1024,
                                                          usage.ru_maxrss * 1024 / size(read)), flush=True)


def theirs(lines, out):
    """The list without what Signpost writes of its own."""
    with open(lines, encoding="utf-8") as file, open(out, "w", encoding="utf-8") as to:
        for line in file:
            service = json.loads(line)
            del service["attributes"]
            print(json.dumps(service, ensure_ascii=False), file=to)


def main():
    if not program or not os.path.exists(generator):
        print("skipped: SIGNPOST_PROGRAM or the generator in SIGNPOST_SHARED is not there")
        return
    for count in [int(n) for n in os.environ.get("SIGNPOST_BENCH_SIZES", "100000").split()]:
        print("%d services: what is done, exit status, size of what is read, time, peak of memory, times the size" % count)
        with tempfile.TemporaryDirectory() as folder:
            path = lambda name: os.path.join(folder, name)
            with open(path("list.csv"), "wb") as file:
                subprocess.run([sys.executable, generator, "csv", str(count)], stdout=file, check=True)
            measure("convert CSV to lines", path("list.csv"), "convert", "--to", "hsds-3.0", path("list.csv"), "-o", path("ours.jsonl"))
            measure("convert CSV to a page", path("list.csv"), "convert", "--to", "hsds-3.0", path("list.csv"), "-o", path("ours.json"))
            measure("convert CSV to a package", path("list.csv"), "convert", "--to", "hsds-3.0-package", path("list.csv"), "-o", path("package"))
            theirs(path("ours.jsonl"), path("theirs.jsonl"))
            for name in ("list.csv", "ours.jsonl", "ours.json", "package", "theirs.jsonl"):
                measure("find in " + name, path(name), "find", "--json", "--catalogue", path(name), "in:Fife", "pregnant:20")
                measure("check " + name, path(name), "check", path(name))
                measure("convert %s to YAML" % name, path(name), "convert", "--to", "yaml", path(name), "-o", path("again.yaml"))
            measure("convert that YAML to lines", path("again.yaml"), "convert", "--to", "hsds-3.0", path("again.yaml"), "-o", path("again.jsonl"))
            shutil.rmtree(path("package"))


main()
