"""Threads that call functions one after the other."""

from _tasks import Waiters
from pyc.unsafe import Keywords
from threading import Thread

from ._future import Future, Progress, any_end


class _Job:
    """A call that is to be made."""

    progress: Progress

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def call(self) -> None:
        """Call the function and keep what it gives."""

    def run(self) -> None:
        """Make the call, unless it is cancelled."""
        progress = self.progress
        if progress.state != "pending":
            return
        progress.state = "running"
        try:
            self.call()
        except BaseException as error:
            progress.error = error
        progress.state = "finished"
        progress.waiters.wake_all()
        any_end.wake_all()


class _JobOf[W](_Job):
    """A call of a function that keeps what it finds."""

    _work: W

    def __init__(self, progress: Progress, work: W) -> None:
        super().__init__(progress)
        self._work = work

    def call(self) -> None:
        work = self._work
        work()


class _Start:
    """What each thread does at first."""

    def do(self) -> None:
        """Do it."""


class _StartOf[F, A](_Start):
    _function: F
    _args: A

    def __init__(self, function: F, args: A) -> None:
        self._function = function
        self._args = args

    def do(self) -> None:
        function = self._function
        if function is not None:
            function(*self._args)


class _Pool:
    """What an executor and its threads share."""

    jobs: list[_Job]
    waiting: Waiters
    is_shut: bool
    start: _Start

    def __init__(self, start: _Start) -> None:
        self.jobs = list[_Job]()
        self.waiting = Waiters()
        self.is_shut = False
        self.start = start


class _Worker(Thread):
    """A thread of an executor."""

    _work_of: _Pool

    def __init__(self, pool: _Pool, name: str) -> None:
        super().__init__(name=name)
        self._work_of = pool

    def run(self) -> None:
        pool = self._work_of
        pool.start.do()
        while True:
            while len(pool.jobs) == 0:
                if pool.is_shut:
                    return
                pool.waiting.wait(None)
            pool.jobs.pop(0).run()


class _Numbers:
    count: int

    def __init__(self) -> None:
        self.count = -1


_numbers: _Numbers = _Numbers()


class ThreadPoolExecutor:
    """Threads that call functions.

    >>> with ThreadPoolExecutor(max_workers=2) as executor:
    ...     print(executor.submit(pow, 2, 10).result(), list(executor.map(abs, [-1, 2])))
    1024 [1, 2]
    """

    _max_workers: int
    _pool: _Pool
    _workers: list[_Worker]
    _prefix: str

    def __init__(
        self, max_workers: int | None = None, thread_name_prefix: str = "", initializer=None, initargs=()
    ) -> None:
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if thread_name_prefix == "":
            _numbers.count += 1
            thread_name_prefix = f"ThreadPoolExecutor-{_numbers.count}"
        self._max_workers = 8 if max_workers is None else max_workers
        self._pool = _Pool(_StartOf(initializer, initargs))
        self._workers = []
        self._prefix = thread_name_prefix

    def submit(self, fn, /, *args, **kwargs: Keywords):
        """Have a function called; give a future of what it gives."""
        if self._pool.is_shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        results = []

        def work() -> None:
            results.append(fn(*args, **kwargs))

        progress = Progress()
        self._add(_JobOf(progress, work))
        return Future(progress, results)

    def _add(self, job: _Job) -> None:
        self._pool.jobs.append(job)
        if len(self._pool.waiting) > 0:
            self._pool.waiting.wake()
        elif len(self._workers) < self._max_workers:
            worker = _Worker(self._pool, f"{self._prefix}_{len(self._workers)}")
            self._workers.append(worker)
            worker.start()

    def map(self, fn, *iterables, timeout: float | None = None, chunksize: int = 1):
        """Have a function called with the elements of iterables; give the results in their order."""
        futures = [self.submit(fn, *values) for values in zip(*iterables)]
        return _results_of(futures, timeout)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the threads end when everything is done."""
        self._pool.is_shut = True
        if cancel_futures:
            while len(self._pool.jobs) > 0:
                job = self._pool.jobs.pop(0)
                job.progress.state = "cancelled"
                job.progress.waiters.wake_all()
        self._pool.waiting.wake_all()
        if wait:
            for worker in self._workers:
                worker.join()

    def __enter__(self) -> ThreadPoolExecutor:
        return self

    def __exit__(self, exc_type, exc_value, traceback) -> None:
        self.shutdown()


def _results_of(futures, timeout: float | None):
    for future in futures:
        yield future.result(timeout)
