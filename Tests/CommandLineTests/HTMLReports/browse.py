"""Opens a page in headless Chromium and says what it does and looks like.

Reads a job from standard input and writes what it found to standard output, both in JSON. Speaks the DevTools protocol
over two pipes (--remote-debugging-pipe: messages on file descriptors 3 and 4, each with a zero byte at its end), so that
no port is opened.
"""

import base64
import json
import os
import subprocess
import sys


class Browser:
    """A Chromium with one page."""

    def __init__(self, program, profile):
        their_input, self.input = os.pipe()
        self.output, their_output = os.pipe()

        def connect():
            # Above what is to be overwritten, then to where Chromium expects them.
            source, sink = os.dup2(their_input, 60), os.dup2(their_output, 61)
            os.dup2(source, 3)
            os.dup2(sink, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
             "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-sync",
             "--disable-component-update", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en",
             "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + profile],
            preexec_fn=connect, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(their_input)
        os.close(their_output)
        self.number = 0
        self.session = None
        self.buffer = b""
        self.events = []

    def receive(self):
        while b"\0" not in self.buffer:
            data = os.read(self.output, 1 << 20)
            if not data:
                raise RuntimeError("Chromium has ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.input, data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.receive())

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression[:80]}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def open(self, page):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log", "Security"]:
            self.call(domain + ".enable")
        self.events.clear()
        self.call("Page.navigate", url="file://" + page)
        self.wait_for("Page.loadEventFired")

    def end(self):
        self.session = None
        try:
            self.call("Browser.close")
        except RuntimeError:
            pass
        self.process.wait(timeout=20)


def look(browser, view, folder, rules, prelude):
    """The page in one size and one light: a picture of it, and what each rule finds."""
    browser.call("Emulation.setDeviceMetricsOverride", width=view["width"], height=view["height"],
                 deviceScaleFactor=view.get("scale", 1), mobile=False)
    browser.call("Emulation.setEmulatedMedia", media="screen",
                 features=[{"name": "prefers-color-scheme", "value": "dark" if view["dark"] else "light"}])
    if view.get("open"):
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    width = browser.evaluate("document.documentElement.scrollWidth")
    found = {rule["name"]: browser.evaluate(prelude + rule["finds"]) for rule in rules}
    height = browser.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": view["width"], "height": min(height, view.get("most", height)), "scale": 1}
    picture = browser.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)["data"]
    name = view["name"] + ".png"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(base64.b64decode(picture))
    return {"name": view["name"], "width": view["width"], "scrollWidth": width, "found": found}


def main():
    job = json.load(sys.stdin)
    os.makedirs(job["folder"], exist_ok=True)
    browser = Browser(job["chromium"], job["profile"])
    try:
        browser.open(job["page"])
        views = [look(browser, view, job["folder"], job["rules"], job["prelude"]) for view in job["views"]]
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
        browser.call("Emulation.clearDeviceMetricsOverride")
        browser.call("Emulation.setEmulatedMedia", media="", features=[])
        paper = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False,
                                              paperWidth=8.27, paperHeight=11.69)["data"])
        with open(os.path.join(job["folder"], job["paper"]), "wb") as file:
            file.write(paper)
        # As the printer sees it: what is folded on the screen has a height on paper.
        browser.call("Emulation.setEmulatedMedia", media="print", features=[])
        folded = browser.evaluate(job["prelude"] + job["foldedOnPaper"])
        events = browser.events
    finally:
        browser.end()
    requests = [event["params"]["request"]["url"] for event in events
                if event.get("method") == "Network.requestWillBeSent"]
    complaints = [event["params"]["entry"]["text"] for event in events if event.get("method") == "Log.entryAdded"]
    json.dump({"requests": requests, "complaints": complaints, "views": views, "foldedOnPaper": folded,
               "paperBytes": len(paper)}, sys.stdout)


main()
