"""Handing shards to workers: Dask distributed, on this machine or on a cluster that is there."""

from __future__ import annotations

import contextlib
import gc
import logging
import secrets
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, Final

from reader.corpus.errors import CorpusError, WorkerError, library
from reader.corpus.work import do_shard
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.corpus.work import Done, Task

_log = logging.getLogger(__name__)

_ANSWERS_WITHIN: Final = 15
"""Seconds that a scheduler and its first worker are waited for."""


@contextlib.contextmanager
def connected(workers: int | None, scheduler: str | None) -> Iterator[Any]:
    """Return a client of Dask's: of new processes on this machine, or of a scheduler.

    Args:
        workers: How many processes; ``None`` is one for each core.
        scheduler: The address of a scheduler, instead.

    Raises:
        CorpusError: If the scheduler does not answer or has no workers.
    """
    distributed = library("distributed")
    if scheduler is None:
        with _local_cluster(workers) as cluster, _client(distributed, cluster) as client:
            yield client
        return
    client = None
    try:
        client = distributed.Client(
            scheduler, timeout=_ANSWERS_WITHIN, set_as_default=False, name="wenmai"
        )
    except (OSError, ValueError) as error:
        _log.info("no scheduler at %s (%s)", scheduler, error)
    if client is None:
        # A client that came to nothing closes itself when it is collected, and waits for ever if
        # that is while another one starts.
        gc.collect()
        msg = tr(
            "No Dask scheduler answers at {address}; start it, or leave out --scheduler."
        ).format(address=scheduler)
        raise CorpusError(msg)
    with client:
        if not client.nthreads():
            msg = tr("The scheduler at {address} has no workers; start some.").format(
                address=scheduler
            )
            raise CorpusError(msg)
        yield client


@contextlib.contextmanager
def _local_cluster(workers: int | None) -> Iterator[Any]:
    dask = library("dask")
    distributed = library("distributed")
    quiet = {
        # The log of Dask is of use to nobody who does not know that there is Dask.
        "distributed.logging.distributed": "critical",
        # Nor is what it measures of its workers a hundred times a second, which takes their time.
        "distributed.worker.profile.enabled": False,
        "distributed.admin.tick.interval": "500ms",
        "distributed.admin.system-monitor.interval": "10s",
    }
    with (
        dask.config.set(quiet),
        distributed.LocalCluster(
            n_workers=workers or library("dask.system").CPU_COUNT,
            # Rules hold Python's one lock: more threads would do no more.
            threads_per_worker=1,
            host="127.0.0.1",
            # Without an address it would take a port that a second command wants too.
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.CRITICAL,
            preload="reader.corpus.preload",
        ) as cluster,
    ):
        yield cluster


def _client(distributed: Any, cluster: Any) -> Any:  # noqa: ANN401 (Dask is not typed)
    return distributed.Client(cluster, set_as_default=False, name="wenmai")


def do_all(
    client: Any,  # noqa: ANN401
    tasks: Iterable[Task],
    on_done: Callable[[Done], None],
) -> dict[int, str]:
    """Do shards on all workers of a client, each worker one at a time.

    A worker that dies is replaced, and its shard done again by another.

    Args:
        client: Of :func:`connected`.
        tasks: The shards.
        on_done: Told of each in the order in which they are done.

    Returns:
        Why, by the numbers of the shards that could not be done.

    Raises:
        WorkerError: If none can be done any more.
    """
    distributed = library("distributed")
    waiting = iter(tasks)
    run = secrets.token_hex(4)
    numbers: dict[str, int] = {}
    failed: dict[int, str] = {}
    running = distributed.as_completed(loop=client.loop)

    def hand_out() -> None:
        # No more than there are hands: a shard that kills its worker would be taken for guilty
        # together with those that wait behind it.
        for _ in range(max(1, _hands(client)) - len(numbers)):
            task = next(waiting, None)
            if task is None:
                return
            key = f"wenmai-{run}-{task.shard.number}"
            numbers[key] = task.shard.number
            running.add(client.submit(do_shard, task, key=key, pure=False))

    hand_out()
    for future in running:
        number = numbers.pop(future.key)
        done = None
        try:
            # Waits once more where the worker died that held the answer: it is done again.
            done = future.result()
        except Exception as error:  # noqa: BLE001 (whatever a worker may run into)
            failed[number] = _reason(distributed, error)
        # The next begins before this one is on disk.
        hand_out()
        if done is not None:
            on_done(done)
    return failed


def _hands(client: Any) -> int:  # noqa: ANN401
    """Return how many shards the workers there are now can do at a time."""
    try:
        return sum(client.nthreads().values())
    except OSError:
        raise WorkerError(_went_away()) from None


def _went_away() -> str:
    return tr("The scheduler went away; repeat the command, and it goes on from here.")


def _reason(distributed: Any, error: Exception) -> str:  # noqa: ANN401
    """Return why a shard could not be done, or raise if no other can be either."""
    if isinstance(error, distributed.KilledWorker):
        return tr("it ended its worker again and again, perhaps for lack of memory")
    if isinstance(error, (CancelledError, distributed.comm.CommClosedError)):
        raise WorkerError(_went_away()) from None
    if isinstance(error, ImportError):
        msg = tr("A worker lacks {library}; install wenmai[corpus] on every machine.").format(
            library=error.name
        )
        raise WorkerError(msg) from None
    if isinstance(error, OSError):
        msg = tr(
            "A worker could not go on ({reason}: {path}); mend that and repeat the command."
        ).format(reason=error.strerror or error, path=error.filename)
        raise WorkerError(msg) from None
    if isinstance(error, CorpusError) and not isinstance(error, WorkerError):
        return str(error)
    raise error
