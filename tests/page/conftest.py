"""The small package as the page serves it."""

import pytest
from starlette.routing import Router

from components.page.routes import table


@pytest.fixture
def folder(package):
    return package()


@pytest.fixture
def app(folder):
    return Router(table(lambda: folder))
