"""Large pictures and forms."""

import re
import uuid

_WIDTH, _HEIGHT = 6000, 4000
_NOISE = """$small = imagecreatetruecolor(600, 400);
    mt_srand(7); for ($x = 0; $x < 600; $x++) for ($y = 0; $y < 400; $y++) imagesetpixel($small, $x, $y, mt_rand(0, 0xffffff));
    $large = imagecreatetruecolor(%d, %d); imagecopyresized($large, $small, 0, 0, 0, 0, %d, %d, 600, 400); imagejpeg($large, '/tmp/%s', 80);"""


def photo(image):
    """A photo of 24 megapixels, as a phone makes it; made once."""
    file = image.root / "tmp/photo.jpg"
    if not file.exists():
        # Other tenants look for it at the same time.
        made = file.with_name(f"photo-{uuid.uuid4()}.jpg")
        image.run("php", "-d", "memory_limit=-1", "-r", _NOISE % (_WIDTH, _HEIGHT, _WIDTH, _HEIGHT, made.name))
        made.rename(file)
    return file.read_bytes()


def large_photo(site, report, browser):
    editor = site.wordpress("require_once ABSPATH . 'wp-includes/media.php'; echo _wp_image_editor_choose(array('mime_type' => 'image/jpeg'));")[1]
    report.equal("GD is the image editor", editor.strip().split("\n")[-1], "WP_Image_Editor_GD")
    answer = _send(site, browser, ("photo.jpg", "image/jpeg", photo(site.image)))
    made = {path.name for path in (site.content() / "uploads").rglob("photo-*x*.jpg")}
    report.holds("a photo of 24 megapixels is taken and made smaller", answer.status == 200 and '"success":true' in answer.text and len(made) >= 5,
                 f"{answer.status}, {sorted(made)}: {answer.text[:200]}")  # fmt: skip
    used = site.web_container.memory()
    if used is None:
        report.skipped("memory of the web pod stays below its limit", "this machine has no memory control groups")
        return
    report.holds("the photo kills nothing within the rendered memory limit", used[1] == 0, f"{used[1]} kills, peak {used[0] >> 20} MiB")


def _send(site, browser, file):
    """As the page for new media sends it."""
    nonce = browser.get(f"https://{site.host}/wp-admin/media-new.php").field("_wpnonce")
    form = {"name": file[0], "action": "upload-attachment", "_wpnonce": nonce}
    return browser.upload(f"https://{site.host}/wp-admin/async-upload.php", form, "async-upload", file)


def largest_form(site, report, browser):
    """A file of just the allowed size, with the form around it."""
    settings = dict(re.findall(r"(\w+) = (\d+)M", site.tenant.config()["tenant.ini"]))
    size = int(settings["upload_max_filesize"]) * (1 << 20) - 100
    answer = _send(site, browser, ("large.pdf", "application/pdf", b"%PDF-1.4\n" + b"0" * (size - 9)))
    report.holds("a form with a file of the allowed size is taken", answer.status == 200 and '"success":true' in answer.text, f"{answer.status}: {answer.text[:200]}")
