"""A site on a web server as departments have them: text is compressed on its way."""

import gzip
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from benchmarks.browser import Quiet

TEXT = {".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".svg", ".txt", ".vcf", ".xml"}
LEVEL = 6  # what a server does unless it is told to take more trouble


def sent(path: Path) -> bytes:
    """The bytes of a file on their way."""
    content = path.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if path.suffix in TEXT else content


class Compressing(Quiet):
    """Files of a folder for browsers, all of which understand gzip."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of an answer; what is to follow it."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        content = sent(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)
