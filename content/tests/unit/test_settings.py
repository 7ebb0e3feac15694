"""Settings of one tenant."""

from typing import Any

import pytest

from tenantsmith_content.settings import Client, SettingsError, parse

from .kit import GLOBEX, settings_text, tenant

OWN = {"issuer": GLOBEX.issuer, "audience": GLOBEX.audience}


@pytest.mark.parametrize(
    "change",
    [
        {"tenant": "../x"},
        {"tenant": "beta"},
        {"tenant": 1},
        {"name": ""},
        {"name": ["x"]},
        {"site": "http://blog.acme.com"},
        {"site": "https://a@b"},
        {"site": "https://blog.acme.com/"},
        {"site": "https://blog.acme.com\n"},
        {"site": "https://blog.acme.com?x"},
        {"site": "https://"},
        {"service": "file:///x"},
        {"service": "http://u:p@wordpress"},
        {"service": "http://wordpress/x"},
        {"service": "http://wordpress\\@evil"},
        {"user": "a:b"},
        {"user": ""},
        {"contentTypes": []},
        {"contentTypes": ["poem"]},
        {"contentTypes": [["faq"]]},
        {"contentTypes": "faq"},
        {"contentTypes": {}},
        {"autoPublish": "yes"},
        {"workflowApproval": 1},
        {"seoOptimization": []},
        {"defaultCategories": [1]},
        {"defaultCategories": [" "]},
        {"defaultCategories": "Blog"},
        {"customTemplates": {"a": 1}},
        {"customTemplates": []},
        {"limits": []},
        {"limits": "3"},
        {"limits": {"workflowsPerMonth": "3"}},
        {"limits": {"workflowsPerMonth": None}},
        {"limits": {"workflowsPerMonth": -1}},
        {"limits": {"workflowsPerMonth": True}},
        {"limits": {"workflowsPerMonth": 1.5}},
        {"limits": {"workflowsPerMonth": 2**60}},
        {"client": []},
        {"client": {}},
        {"client": {**OWN, "issuer": 1}},
        {"client": {**OWN, "audience": ""}},
        {"client": {**OWN, "issuer": "https://auth.example.com/application/o/x"}},
        {"client": {**OWN, "issuer": "http://auth.example.com/application/o/x/"}},
        {"client": {**OWN, "issuer": "https://auth.example.com/a/?x=/"}},
    ],
)
def test_bad_settings_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        parse("acme-corp", settings_text(**change))


@pytest.mark.parametrize(
    "name", ["tenant", "site", "service", "user", "autoPublish", "contentTypes"]
)
def test_what_is_missing_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        parse("acme-corp", settings_text(**{name: None}))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "\x00", "[" * 100_000, '{"tenant": "acme-corp']
)
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        parse("acme-corp", text)


def test_a_refusal_repeats_no_text_of_the_file() -> None:
    with pytest.raises(SettingsError) as e:
        parse("acme-corp", settings_text(site="https://secret@x", user="secret:x"))
    assert "secret" not in str(e.value)


def test_a_file_speaks_for_the_tenant_of_its_name_only() -> None:
    with pytest.raises(SettingsError):
        parse("beta", settings_text())


def test_what_may_be_missing() -> None:
    found = tenant(name=None, limits=None, customTemplates=None, client=None)
    assert (found.name, found.month_limit, dict(found.templates)) == ("acme-corp", None, {})
    assert found.client is None
    assert tenant(limits={"apiRequestsPerDay": 1}).month_limit is None


def test_a_client_speaks_for_its_tenant() -> None:
    found = tenant(tenant="globex", client=OWN)
    assert found.client == Client(GLOBEX.issuer, GLOBEX.audience, "globex")


@pytest.mark.parametrize(
    ("auto", "approval", "status"),
    [
        (False, False, "draft"),
        (True, False, "publish"),
        (False, True, "pending"),
        (True, True, "pending"),
    ],
)
def test_approval_wins(auto: bool, approval: bool, status: str) -> None:
    assert tenant(autoPublish=auto, workflowApproval=approval).status == status
