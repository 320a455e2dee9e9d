"""What Dask runs in each worker process of this machine as it starts."""

from __future__ import annotations

import signal

from reader.suggest import suggest


def dask_setup(_worker: object) -> None:
    """Make a worker ready: the rules are loaded, and Ctrl-C is the command's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    suggest("书香镇打造“书香”品牌，举办讲座62场，荣获“文明镇”称号。")
