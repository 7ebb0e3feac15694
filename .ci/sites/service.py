"""Asks a site with the code of the content service itself. The second half of this file is run by a Python that has its libraries.

Usage: python service.py CODE PASSWORDS < QUESTION     CODE: the folder `content`; QUESTION and the answer are JSON
"""

import json
import pathlib
import subprocess
import sys
from typing import Any


class Service:
    """The service as it would ask one site."""

    def __init__(self, site: Any, python: str, said: dict[str, Any]) -> None:
        self._python = python
        self._code = pathlib.Path(__file__).parents[2] / "content"
        self.said = said
        self._passwords = site.work / "content-bots"
        self._passwords.mkdir()
        self.password(site.secrets.read("wordpress-content-bot")["password"])
        # The name of the Service leads to the site, as it does in the cluster.
        subprocess.run(("mount", "--bind", str(site.work / "hosts"), "/etc/hosts"), check=True)

    def password(self, text: str | None) -> None:
        """The password as external-secrets gathers it; without a text there is none yet."""
        file = self._passwords / f"content-bot-{self.said['tenant']}"
        file.write_text(json.dumps({"password": text})) if text else file.unlink()

    def ask(self, what: str, mode: str | None = None, **more: Any) -> Any:
        """What the service's client of WordPress says: a value, or the code of a refusal."""
        modes = {"draft": (False, False), "pending": (False, True), "publish": (True, False)}
        said = dict(self.said)
        if mode:
            said["autoPublish"], said["workflowApproval"] = modes[mode]
        question = {"settings": said, "ask": what, **more}
        command = (self._python, __file__, str(self._code), str(self._passwords))
        answer = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, timeout=120)
        if answer.returncode:
            raise RuntimeError(answer.stderr[-600:])
        return json.loads(answer.stdout)


def _main(code: str, passwords: str) -> Any:
    import asyncio
    import dataclasses

    sys.path.insert(0, code)
    from tenantsmith_content import markup, outbound, refusal, settings, wordpress, writer

    question = json.load(sys.stdin)
    tenant = settings.parse(question["settings"]["tenant"], json.dumps(question["settings"]))

    async def answer() -> Any:
        async with outbound.Asker() as http:
            site = wordpress.WordPress(http, passwords)
            if question["ask"] == "create":
                draft = writer.Draft(question["title"], question["excerpt"], markup.clean(question["html"]), (), ())
                categories, missing = await site.terms(tenant, "categories", question["categories"])
                made = await site.create(tenant, question["workflow"], question["kind"], draft, categories, [])
                return {**dataclasses.asdict(made), "missing": missing, "sent": draft.content}
            value = await getattr(site, question["ask"])(tenant, *question["with"])
            return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value

    try:
        return asyncio.run(answer())
    except refusal.Refusal as refused:
        return refused.code


if __name__ == "__main__":
    json.dump(_main(*sys.argv[1:]), sys.stdout)
