"""The folder of settings, which changes under the service."""

import json
import logging
import shutil
from pathlib import Path

import pytest

from tenantsmith_content.folder import TenantFolder

from .kit import GLOBEX, ISSUER, SHARED, FakeClock, settings_text

OWN = {"issuer": GLOBEX.issuer, "audience": GLOBEX.audience}


def folder_of(path: Path, clock: FakeClock) -> TenantFolder:
    folder = TenantFolder(str(path), SHARED, clock)
    folder.refresh()
    return folder


def write(path: Path, tenant: str, **change: object) -> None:
    (path / f"{tenant}.json").write_text(settings_text(tenant=tenant, **change))


def test_a_broken_file_takes_away_its_own_tenant_only(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "acme-corp")
    write(tmp_path, "beta")
    folder = folder_of(tmp_path, clock)
    assert set(folder.tenants) == {"acme-corp", "beta"}
    (tmp_path / "beta.json").write_text("{")
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            clock.move(2)
            folder.refresh()
    assert set(folder.tenants) == {"acme-corp"}
    assert set(folder.errors) == {"beta"}
    assert [r.getMessage() for r in caplog.records] == [
        "settings of tenant beta are refused: it is not JSON"
    ]
    (tmp_path / "beta.json").unlink()
    clock.move(2)
    folder.refresh()
    assert not folder.errors
    assert folder.current("beta") is None


def test_a_file_that_was_half_written_is_read_again(tmp_path: Path, clock: FakeClock) -> None:
    write(tmp_path, "acme-corp")
    (tmp_path / "acme-corp.json").write_text(settings_text()[:40])
    folder = folder_of(tmp_path, clock)
    assert folder.errors
    write(tmp_path, "acme-corp", name="New")
    clock.move(2)
    assert (found := folder.current("acme-corp"))
    assert found.name == "New"
    assert not folder.errors


def test_it_is_looked_at_once_a_second(tmp_path: Path, clock: FakeClock) -> None:
    folder = folder_of(tmp_path, clock)
    write(tmp_path, "acme-corp")
    assert folder.current("acme-corp") is None
    clock.move(1)
    assert folder.current("acme-corp")


def test_a_folder_that_takes_long_is_looked_at_less_often(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, clock)
    list_now = folder._list

    def slowly() -> dict[str, tuple[int, int, int, int]]:
        clock.move(0.2)
        return list_now()

    monkeypatch.setattr(folder, "_list", slowly)
    clock.move(1)
    folder.refresh()
    write(tmp_path, "acme-corp")
    clock.move(5)
    assert folder.current("acme-corp") is None
    clock.move(1)
    assert folder.current("acme-corp")


@pytest.mark.parametrize(
    "name", ["..data.json", ".acme-corp.json", "acme-corp.txt", "acme-corp.json.swp"]
)
def test_other_files_are_not_read(tmp_path: Path, clock: FakeClock, name: str) -> None:
    (tmp_path / name).write_text("{")
    folder = folder_of(tmp_path, clock)
    assert not folder.errors
    assert not folder.tenants


@pytest.mark.parametrize("name", ["A.json", 'a"b.json', "a_b.json", "-.json"])
def test_a_name_that_is_no_tenant(tmp_path: Path, clock: FakeClock, name: str) -> None:
    (tmp_path / name).write_text(settings_text())
    assert set(folder_of(tmp_path, clock).errors) == {name.removesuffix(".json")}


def test_what_cannot_be_read(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "big.json").write_text(json.dumps({"x": "y" * 1_100_000}))
    (tmp_path / "latin.json").write_bytes(b'{"name": "\xe4"}')
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    folder = folder_of(tmp_path, clock)
    assert folder.errors["big"] == "it is larger than 1 MiB"
    assert folder.errors["latin"] == "it is not UTF-8"
    assert folder.errors["folder"].startswith("it cannot be read")
    assert "gone" not in folder.errors


def test_a_client_of_two_tenants_is_nobody_s(tmp_path: Path, clock: FakeClock) -> None:
    write(tmp_path, "globex", client=OWN)
    folder = folder_of(tmp_path, clock)
    assert folder.client(GLOBEX.issuer) == GLOBEX
    write(tmp_path, "initech", client=OWN)
    write(tmp_path, "umbrella", client={**OWN, "issuer": ISSUER})
    clock.move(2)
    folder.refresh()
    assert set(folder.errors) == {"globex", "initech", "umbrella"}
    assert folder.client(GLOBEX.issuer) is None
    assert folder.client(ISSUER) == SHARED


def test_a_folder_that_goes_leaves_everything_as_it_was(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "tenants"
    path.mkdir()
    write(path, "acme-corp")
    folder = folder_of(path, clock)
    shutil.rmtree(path)
    for _ in range(3):
        clock.move(2)
        folder.refresh()
    assert set(folder.tenants) == {"acme-corp"}
    assert len(caplog.records) == 1
