"""The fleet's language model, by OpenAI's protocol."""

from collections.abc import Sequence
from typing import Any

from . import refusal
from .outbound import Asker, LostError

_MOST_BYTES = 4_194_304

Messages = Sequence[dict[str, str]]


class Model:
    """Asks one model at one address, both from the environment."""

    def __init__(self, http: Asker, url: str, name: str, key_file: str | None) -> None:
        """``key_file`` is read at each question, so that a new key needs no restart."""
        self._http = http
        self._url = url.rstrip("/") + "/chat/completions"
        self._name = name
        self._key_file = key_file

    async def complete(self, messages: Messages, deadline_s: float) -> str:
        """The text of the answer; empty if there is none in it. Raises CNT302 and CNT303."""
        try:
            answer = await self._http.ask(
                "POST",
                self._url,
                headers=self._headers(),
                body={
                    "model": self._name,
                    "messages": list(messages),
                    "stream": False,
                    "response_format": {"type": "json_object"},
                },
                deadline_s=deadline_s,
                most_bytes=_MOST_BYTES,
            )
        except LostError:
            raise refusal.model_silent() from None
        if answer.status == 429:
            raise refusal.model_busy()
        if answer.status != 200:
            raise refusal.model_failed(answer.status)
        return _content(answer.json())

    def _headers(self) -> dict[str, str]:
        if not self._key_file:
            return {}
        try:
            with open(self._key_file, encoding="ascii") as file:
                key = file.read(10_000).strip()
        except (OSError, ValueError):
            raise refusal.model_silent() from None
        return {"Authorization": f"Bearer {key}"} if key else {}


def _content(document: Any) -> str:
    try:
        content = document["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return ""
    return content if isinstance(content, str) else ""
