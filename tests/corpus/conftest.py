"""A cluster in this process, as somebody else's would be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus.corpora import cluster_here

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Return the address of a Dask scheduler with two workers."""
    with cluster_here(2) as cluster:
        yield cluster.scheduler_address
