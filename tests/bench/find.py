#!/usr/bin/env python3
"""make bench: how long `signpost find` takes on lists of growing size, and how much memory, beside Python's own csv module reading the same file.

Each figure is the median of five runs, taken in turn with the other command so that a machine whose speed drifts cannot favour one. Nothing here passes
or fails; read the ratios. Needs SIGNPOST_PROGRAM, SIGNPOST_DATA and a generator of catalogues in SIGNPOST_SHARED (bench/generate.py)."""
import os, statistics, subprocess, sys, tempfile, time

program, data, shared = (os.environ.get(name, "") for name in ("SIGNPOST_PROGRAM", "SIGNPOST_DATA", "SIGNPOST_SHARED"))
generator = os.path.join(shared, "bench", "generate.py")
NEED = ["in:Fife", "pregnant:20", "format:group", "who:mother"]
READ = "import csv,sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): pass"


def run(command):
    """Seconds and peak KiB of one run of a command."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_maxrss


def pairs(left, right, times=5):
    """Medians of (seconds, KiB) for two commands run in turn, and the median of the ratios pair by pair."""
    run(left), run(right)
    runs = [(run(left), run(right)) for _ in range(times)]
    ratio = statistics.median(a[0] / b[0] for a, b in runs)
    return [tuple(statistics.median(r[i][k] for r in runs) for k in (0, 1)) for i in (0, 1)] + [ratio]


def main():
    if not program or not os.path.exists(generator):
        print("skipped: SIGNPOST_PROGRAM or the generator in SIGNPOST_SHARED is not there")
        return
    print("%10s  %12s %10s  %14s  %6s" % ("services", "find, s", "peak MiB", "csv module, s", "ratio"))
    with tempfile.TemporaryDirectory() as folder:
        services = os.path.join(data, "services.yaml")
        (seconds, peak), (other, _), ratio = pairs([program, "find", "--json", "--catalogue", services, *NEED], [sys.executable, "-c", "pass"])
        print("%10s  %12.4f %10.1f  %14.4f  %6.2f   (the shipped list; beside Python doing nothing)" % ("26", seconds, peak / 1024, other, ratio))
        for count in [int(n) for n in os.environ.get("SIGNPOST_BENCH_SIZES", "1000 10000 100000").split()]:
            path = os.path.join(folder, "%d.csv" % count)
            with open(path, "wb") as file:
                subprocess.run([sys.executable, generator, "csv", str(count)], stdout=file, check=True)
            (seconds, peak), (other, _), ratio = pairs([program, "find", "--json", "--catalogue", path, *NEED], [sys.executable, "-c", READ, path])
            print("%10d  %12.4f %10.1f  %14.4f  %6.2f" % (count, seconds, peak / 1024, other, ratio))
            os.unlink(path)


main()
