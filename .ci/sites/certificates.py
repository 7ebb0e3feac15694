"""Certificates, made by openssl: Python's own library cannot."""

import pathlib
import random
import subprocess


def _openssl(*arguments):
    subprocess.run(("openssl",) + arguments, check=True, capture_output=True)


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.certificate = self.folder / "ca.crt"
        self._key = self.folder / "ca.key"

    @classmethod
    def kept_in(cls, folder, name="Sites test"):
        authority = cls(folder)
        if not authority.certificate.exists():
            authority.folder.mkdir(parents=True, exist_ok=True)
            _openssl(
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-subj", f"/CN={name}",
                "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
                "-keyout", str(authority._key), "-out", str(authority.certificate),
            )  # fmt: skip
        return authority

    def issue(self, folder, name, hosts, usage="serverAuth"):
        """The files of a certificate for these hosts, and of its key."""
        key, request, certificate, extensions = (pathlib.Path(folder, f"{name}.{end}") for end in ("key", "csr", "crt", "ext"))
        extensions.write_text("subjectAltName=" + ",".join(f"DNS:{host}" for host in hosts) + f"\nextendedKeyUsage={usage}\n")
        _openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={hosts[0][:60]}",
                 "-keyout", str(key), "-out", str(request))  # fmt: skip
        _openssl("x509", "-req", "-in", str(request), "-CA", str(self.certificate), "-CAkey", str(self._key), "-days", "30",
                 "-set_serial", str(random.getrandbits(64)), "-extfile", str(extensions), "-out", str(certificate))  # fmt: skip
        return certificate, key
