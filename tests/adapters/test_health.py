"""Whether the process lives and can serve."""

from http import HTTPStatus

import httpx2
import pytest
from starlette.applications import Starlette

from bot.adapters.health import Health, Probe


async def well() -> bool:
    return True


async def down() -> bool:
    return False


async def failing() -> bool:
    raise OSError


async def asked(path: str, **probes: Probe) -> httpx2.Response:
    transport = httpx2.ASGITransport(Starlette(routes=Health(probes).routes()))
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as watcher:
        return await watcher.get(path)


async def test_all_parts_at_work_is_ready() -> None:
    answer = await asked("/readyz", database=well, dispatcher=well)

    assert answer.status_code == HTTPStatus.OK
    assert answer.json() == {"ready": True, "database": True, "dispatcher": True}


@pytest.mark.parametrize("probe", [down, failing])
async def test_one_part_that_is_not_at_work_is_named_while_the_process_lives(probe: Probe) -> None:
    ready, alive = await asked("/readyz", database=probe, dispatcher=well), await asked("/healthz", database=probe)

    assert ready.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert ready.json() == {"ready": False, "database": False, "dispatcher": True}
    assert alive.status_code == HTTPStatus.OK
