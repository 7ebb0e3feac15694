"""Large pictures and forms."""

import re

from sites import browser as browsers

_WIDTH, _HEIGHT = 6000, 4000
_NOISE = """$small = imagecreatetruecolor(600, 400);
    mt_srand(7); for ($x = 0; $x < 600; $x++) for ($y = 0; $y < 400; $y++) imagesetpixel($small, $x, $y, mt_rand(0, 0xffffff));
    $large = imagecreatetruecolor(%d, %d); imagecopyresized($large, $small, 0, 0, 0, 0, %d, %d, 600, 400); imagejpeg($large, '/tmp/photo.jpg', 80);"""


def photo(image):
    """A photo of 24 megapixels, as a phone makes it; made once."""
    file = image.root / "tmp/photo.jpg"
    if not file.exists():
        image.run("php", "-d", "memory_limit=-1", "-r", _NOISE % (_WIDTH, _HEIGHT, _WIDTH, _HEIGHT))
    return file.read_bytes()


def large_photo(site, report):
    editor = site.wordpress("require_once ABSPATH . 'wp-includes/media.php'; echo _wp_image_editor_choose(array('mime_type' => 'image/jpeg'));")[1]
    report.equal("GD is the image editor", editor.strip().split("\n")[-1], "WP_Image_Editor_GD")
    secret = site.secrets.read("wordpress-content-bot")["password"]
    answer = site.browser().ask("POST", f"https://{site.host}/wp-json/wp/v2/media", photo(site.image), {
        "Authorization": browsers.basic("content-bot", secret), "Content-Type": "image/jpeg", "Content-Disposition": 'attachment; filename="photo.jpg"',
    })  # fmt: skip
    sizes = len(set(re.findall(r'"(thumbnail|medium|medium_large|large|1536x1536|2048x2048)":\{', answer.text)))
    report.holds("a photo of 24 megapixels is taken with all its sizes", answer.status == 201 and sizes >= 5, f"{answer.status}, {sizes} sizes: {answer.text[:200]}")
    used = site.web_container.memory()
    if used is None:
        report.skipped("memory of the web pod stays below its limit", "this machine has no memory control groups")
        return
    report.holds("the photo kills nothing within the rendered memory limit", used[1] == 0, f"{used[1]} kills, peak {used[0] >> 20} MiB")


def largest_form(site, report, browser):
    """A file of just the allowed size, with the form around it."""
    settings = dict(re.findall(r"(\w+) = (\d+)M", site.tenant.config()["tenant.ini"]))
    size = int(settings["upload_max_filesize"]) * (1 << 20) - 100
    page = browser.get(f"https://{site.host}/wp-admin/media-new.php")
    nonce = page.field("_wpnonce")
    content = b"%PDF-1.4\n" + b"0" * (size - 9)
    answer = browser.upload(f"https://{site.host}/wp-admin/async-upload.php", {"name": "large.pdf", "action": "upload-attachment", "_wpnonce": nonce},
                            "async-upload", ("large.pdf", "application/pdf", content))  # fmt: skip
    report.holds("a form with a file of the allowed size is taken", answer.status == 200 and '"success":true' in answer.text, f"{answer.status}: {answer.text[:200]}")
