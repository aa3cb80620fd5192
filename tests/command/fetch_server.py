#!/usr/bin/env python3
"""A server for fetch.bats, on a free port of this machine: fetch_server.py FOLDER. Writes its port to FOLDER/port, what it is asked to FOLDER/asked.

FOLDER/say holds what it does: `file` (serves FOLDER/served, with ETag and Last-Modified, and 304 where they are known), or a kind of trouble."""
import email.utils, hashlib, http.server, json, os, sys, time, urllib.parse

folder = sys.argv[1]
read = lambda name: open(os.path.join(folder, name), "rb").read()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *words):
        pass

    def answer(self, body, status=200, length=True, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def file(self):
        body = read("served")
        tag = '"%s"' % hashlib.sha256(body).hexdigest()
        changed = email.utils.formatdate(os.stat(os.path.join(folder, "served")).st_mtime, usegmt=True)
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.answer(body, ETag=tag, Last_Modified=changed)

    def page(self, pages):
        number = int(urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query).get("page", ["1"])[0])
        service = {"id": "s%d" % number, "name": "Service %d" % number, "status": "active"}
        self.answer(json.dumps({"total_pages": pages, "page_number": number, "contents": [service]}).encode())

    def do_GET(self):
        with open(os.path.join(folder, "asked"), "a") as asked:
            asked.write("%s %s %s\n" % (self.path, self.headers.get("If-None-Match", "-"), self.headers.get("X-Key", "-")))
        say = read("say").decode().strip()
        if say == "file":
            self.file()
        elif say == "endless":
            # No length is stated, and it does not end.
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"# and more\n" * 4096)
            except OSError:
                pass
        elif say == "large":
            self.answer(b"#" * 300000)
        elif say == "slow":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            time.sleep(6)
        elif say == "truncated":
            self.send_response(200)
            self.send_header("Content-Length", str(len(read("served")) + 1000))
            self.end_headers()
            self.wfile.write(read("served"))
        elif say == "moved":
            self.answer(b"", 302, Location="http://localhost:1/elsewhere.yaml")
        elif say == "broken-page":
            body = b'{"total_pages": 2, "contents": [{"id": "s1", "na'
            self.answer(body)
        elif say.startswith("pages "):
            self.page(int(say.split()[1]))
        else:
            self.answer(b"no", int(say))


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
with open(os.path.join(folder, "port.new"), "w") as port:
    port.write(str(server.server_port))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
server.serve_forever()
