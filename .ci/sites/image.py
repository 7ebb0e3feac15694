"""The root file system that all containers share: Debian's packages, laid out as the official images are.

It is built once and kept below the user's cache folder, since a build downloads 200 MB and takes a minute.
"""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from sites import certificates

HERE = pathlib.Path(__file__).parent / "image"
SUITE = "trixie"
NEWEST_SUITE = "sid"
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
PACKAGES = (
    "apache2 libapache2-mod-php php-cli php-mysql php-gd php-curl php-mbstring php-xml php-zip php-intl php-imagick php-bcmath"
    " mariadb-server mariadb-backup ca-certificates curl busybox wordpress wordpress-theme-twentytwentyfive libphp-phpmailer"
).split()
WORDPRESS = "usr/src/wordpress"


class Unavailable(Exception):
    """What is needed for an image cannot be had on this machine."""


class Image:
    """A built root file system and the authority that it trusts beside the public ones."""

    def __init__(self, folder):
        self.folder = folder
        self.root = folder / "root"
        self.authority = certificates.Authority.kept_in(folder / "authority")

    def wordpress_version(self):
        text = (self.root / WORDPRESS / "wp-includes/version.php").read_text()
        return re.search(r"\$wp_version = '([^']+)'", text)[1]

    def run(self, *command, **options):
        """Runs a program of the image as root, without any isolation."""
        return subprocess.run(("chroot", str(self.root)) + command, check=True, capture_output=True, text=True, **options).stdout


def built():
    """The image, built if this recipe has not been built before."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "tenantsmith"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / f"sites-{_recipe()}"
    if not folder.exists():
        _forget(cache)
        # Beside its place until it is whole: another run may build it, too, or this one be stopped.
        building = pathlib.Path(tempfile.mkdtemp(prefix="building-", dir=cache))
        try:
            _build(building)
            building.rename(folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    os.utime(folder)
    return Image(folder)


def _forget(cache):
    """Images that nobody has used for two weeks."""
    for folder in [*cache.glob("sites-*"), *cache.glob("building-*")]:
        if folder.stat().st_mtime < time.time() - 14 * 24 * 3600:
            shutil.rmtree(folder, ignore_errors=True)


def _recipe():
    digest = hashlib.sha256(pathlib.Path(__file__).read_bytes())
    for file in sorted(HERE.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _build(folder):
    site = _debian()
    _install(folder / "root", site)
    _renew_wordpress(folder / "root", site)
    image = Image(folder)
    _trust(image)
    _lay_wordpress(image.root)
    _lay_server(image.root)


def _debian():
    """Where this machine's package manager finds Debian."""
    answer = subprocess.run(
        ("apt-get", "indextargets", "--format", "$(ORIGIN)|$(SITE)", "Created-By: Packages"), capture_output=True, text=True
    )
    sites = [line.split("|")[1] for line in answer.stdout.splitlines() if line.startswith("Debian|") and "security" not in line]
    if not sites:
        raise Unavailable("apt-get knows no Debian archive")
    return sites[0]


def _install(root, site):
    answer = subprocess.run(
        ("mmdebstrap", "--mode=root", "--variant=apt", '--aptopt=Apt::Install-Recommends "0"', "--include=" + ",".join(PACKAGES),
         SUITE, str(root), f"deb {site} {SUITE} main"), capture_output=True, text=True,
    )  # fmt: skip
    if answer.returncode:
        faults = [line for line in answer.stderr.splitlines() if line.startswith("E:")]
        raise Unavailable("Debian's packages could not be laid out: " + (faults or ["mmdebstrap failed"])[-1])


def _renew_wordpress(root, site):
    """Debian's newest WordPress over the stable one, if it is whole: the rendered image is newer, too."""
    work = root / "var/tmp/newer"
    work.mkdir()
    (work / "sources.list").write_text(f"deb [signed-by={_KEYRING}] {site} {NEWEST_SUITE} main\n")
    script = """cd "$1" && mkdir -p lists/partial cache/archives/partial tree
        options="-qq -o Dir::Etc::sourcelist=$PWD/sources.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$PWD/lists -o Dir::Cache=$PWD/cache"
        apt-get $options update
        apt-get $options download wordpress wordpress-theme-twentytwentyfive libphp-phpmailer php-getid3
        for package in *.deb; do dpkg-deb -x "$package" tree; done"""
    answer = subprocess.run(("sh", "-ec", script, "sh", str(work)), capture_output=True, text=True)
    if not answer.returncode:
        _exchange(root / "usr/share", work / "tree/usr/share", work / "stable")
        if _broken(root):
            _exchange(root / "usr/share", work / "stable", work / "broken")
    shutil.rmtree(work)


def _exchange(installed, other, kept):
    """WordPress and the libraries that it shares come from elsewhere; what was there is kept."""
    for name in ("wordpress", "php/libphp-phpmailer", "php/getid3"):
        (kept / name).parent.mkdir(parents=True, exist_ok=True)
        (installed / name).rename(kept / name)
        (other / name).rename(installed / name)


def _broken(root):
    """Whether programs of WordPress are links to libraries that are not there."""
    folders = ("/usr/share/wordpress/wp-admin", "/usr/share/wordpress/wp-includes")
    return subprocess.run(("chroot", str(root), "find", *folders, "-name", "*.php", "-xtype", "l"), capture_output=True, check=True).stdout


def _trust(image):
    """Public names are served by this authority in the test, so it is trusted as the public ones are."""
    shutil.copy(image.authority.certificate, image.root / "usr/local/share/ca-certificates/sites.crt")
    image.run("update-ca-certificates")


def _lay_wordpress(root):
    """Debian shares libraries by links and brings a wp-config of its own; the official image does neither."""
    target = root / WORDPRESS
    subprocess.run(("chroot", str(root), "cp", "-RL", "/usr/share/wordpress", "/" + WORDPRESS), capture_output=True, check=False)
    for name in ("wp-config.php", ".htaccess"):
        (target / name).unlink(missing_ok=True)
    # Debian leaves these out; the original has them.
    for folder in ("", "plugins", "themes"):
        (target / "wp-content" / folder / "index.php").write_text("<?php\n// Silence is golden.\n")
    shutil.copy(HERE / "wp-config-docker.php", target / "wp-config-docker.php")
    if not (target / "wp-includes/class-wpdb.php").exists():
        raise Unavailable("Debian's package of WordPress has another form")
    # The image's files belong to its web user; its read-only root is what protects them.
    for path in [target, *target.rglob("*")]:
        os.chown(path, 33, 33)


def _lay_server(root):
    for folder in ("var/www/html", "usr/local/etc/php/conf.d", "usr/local/busybox"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    os.chown(root / "var/www/html", 33, 33)
    shutil.copy(HERE / "image.ini", root / "usr/local/etc/php/conf.d/image.ini")
    for ini in root.glob("etc/php/*/*/php.ini"):
        ini.unlink()
    program = root / "usr/local/bin/apache2-foreground"
    shutil.copy(HERE / "apache2-foreground", program)
    program.chmod(0o755)
    enabled = root / "etc/apache2/mods-enabled"
    for conf in enabled.glob("php*.conf"):
        conf.unlink()
    for module in ("rewrite", "expires", "remoteip", "headers"):
        link = enabled / f"{module}.load"
        link.exists() or link.symlink_to(f"../mods-available/{module}.load")
    shutil.copy(HERE / "image.conf", root / "etc/apache2/conf-enabled/docker-php.conf")
    for log in ("access.log", "error.log", "other_vhosts_access.log"):
        path = root / "var/log/apache2" / log
        path.unlink(missing_ok=True)
        path.symlink_to("/dev/stdout" if log == "access.log" else "/dev/stderr")
    os.chown(root / "var/log/apache2", 33, 33)
    # The image of WP-CLI has busybox in place of Debian's tools.
    subprocess.run(("chroot", str(root), "/usr/bin/busybox", "--install", "-s", "/usr/local/busybox"), check=True)
    wp = root / "usr/local/bin/wp"
    wp.touch()
    wp.chmod(0o755)
