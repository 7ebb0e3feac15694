"""The neighbours that the service's own tests have, with what Open WebUI asks of a provider besides."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "content/tests"))

from service.stubs import provider  # noqa: E402
from service.stubs.model import Model  # noqa: E402
from service.stubs.site import Site  # noqa: E402
from service.stubs.web import Serving  # noqa: E402

__all__ = ["Model", "Provider", "Site", "served"]


class Provider(provider.Provider):
    """Tells roles as well, as the rendered scope mappings do."""

    def _claims(self, user, client):
        told = super()._claims(user, client)
        if client == provider.SHARED:
            return told | {"roles": ["user"] if told["groups"] else []}
        return told | {"roles": sorted({group.rpartition("-")[2].removesuffix("s") for group in told["groups"]})}

    def disable(self, name):
        """Somebody may sign in no more."""
        self.users[name] = replace(self.users[name], disabled=True)


def served(closing, kind):
    """A neighbour that listens until everything is closed."""
    made = []
    closing.enter_context(Serving(lambda url: made.append(kind(url)) or made[0]))
    return made[0]
