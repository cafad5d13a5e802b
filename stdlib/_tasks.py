"""Tasks: what Python's threads are here.

One runs at a time, until it waits for another one or for a time, or ends. Reference counts and the allocator need no locks that way, and what a program prints
does not depend on chance. The program itself is a task as well: while it waits, the others run, each on a stack of its own.
"""

from _calls import Work
from _ending import wait_with
from pyc import extern
from pyc._runtime import task_new, task_resume, task_suspend
from pyc.fixed import u8
from pyc.unsafe import Ptr, callback_code, object_pointer, ptr_is_null, ptr_null

# A time that does not come.
NEVER = 9223372036854775807

# What stacks have that no program asks for: the system gives only what is used of it.
USUAL_STACK = 64 << 20


@extern("pyc_monotonic_ns")
def monotonic_ns() -> int:
    """Give the time since some moment."""
    ...


@extern("pyc_sleep_ns")
def sleep_ns(nanoseconds: int) -> None:
    """Wait, and let nobody else run."""
    ...


class Task:
    """Something that runs by itself."""

    _handle: Ptr[u8]
    _is_waiting: bool
    _was_woken: bool
    # When it goes on even if nobody wakes it, in nanoseconds.
    _deadline: int
    is_finished: bool
    # Whether the program ends without it.
    is_daemon: bool
    _waiters: Waiters

    def __init__(self) -> None:
        self._handle = ptr_null[u8]()
        self._is_waiting = False
        self._was_woken = False
        self._deadline = NEVER
        self.is_finished = False
        self.is_daemon = False
        self._waiters = Waiters()

    def body(self) -> None:
        """Do what the task is for."""

    def __call__(self) -> None:
        """Run: on a stack of its own, where nobody catches what is raised."""
        self.body()
        self.is_finished = True
        self._waiters.wake_all()

    def wait_for_end(self, seconds: float | None) -> None:
        """Wait until the task has ended, or for some time."""
        if not self.is_finished:
            self._waiters.wait(seconds)


class Waiters:
    """Tasks that wait for the same, the first one first."""

    _tasks: list[Task]

    def __init__(self) -> None:
        self._tasks = list[Task]()

    def __len__(self) -> int:
        return len(self._tasks)

    def wait(self, seconds: float | None) -> bool:
        """Let others run until this task is woken, or for some time; say whether it was woken."""
        task = _scheduler.current
        self._tasks.append(task)
        if _scheduler.wait(seconds):
            return True
        _remove(self._tasks, task)
        return False

    def wake(self, count: int = 1) -> None:
        """Let some tasks go on when it is their turn."""
        for _ in range(min(count, len(self._tasks))):
            _scheduler.wake(self._tasks.pop(0))

    def wake_all(self) -> None:
        """Let all go on."""
        self.wake(len(self._tasks))


class _Scheduler:
    """Decides who runs."""

    program: Task
    current: Task
    ready: list[Task]
    # All that were started and have not ended, the program aside.
    alive: list[Task]
    sleeping: list[Task]
    stack_size: int

    def __init__(self) -> None:
        self.program = Task()
        self.current = self.program
        self.ready = list[Task]()
        self.alive = []
        self.sleeping = []
        self.stack_size = 0

    def start(self, task: Task) -> None:
        """Let a task run, at once."""
        size = self.stack_size if self.stack_size > 0 else USUAL_STACK
        task._handle = task_new(callback_code(task), object_pointer(task), size)
        if ptr_is_null(task._handle):
            raise RuntimeError("can't start new thread")
        if len(self.alive) == 0:
            wait_with(_Rest())
        self.alive.append(task)
        self.ready.append(task)
        self.give_way()

    def give_way(self) -> None:
        """Let all others run that can."""
        current = self.current
        current._is_waiting = True
        self.wake(current)
        self._leave(current)

    def wake(self, task: Task) -> None:
        """Let a task go on when it is its turn."""
        if task._is_waiting:
            task._is_waiting = False
            task._was_woken = True
            self.ready.append(task)

    def wait(self, seconds: float | None) -> bool:
        """Let others run until the current task is woken, or for some time; say whether it was woken."""
        task = self.current
        task._is_waiting = True
        task._was_woken = False
        if seconds is not None:
            task._deadline = monotonic_ns() + int(max(min(seconds, 9e9), 0.0) * 1e9)
            self.sleeping.append(task)
        self._leave(task)
        if task._deadline != NEVER:
            task._deadline = NEVER
            _remove(self.sleeping, task)
        return task._was_woken

    def _leave(self, task: Task) -> None:
        if task is self.program:
            self._run_others()
        else:
            task_suspend()

    def _run_others(self) -> None:
        """Run the other tasks until it is the program's turn."""
        while True:
            self._wake_sleepers()
            if len(self.ready) == 0:
                self._sleep()
                continue
            task = self.ready.pop(0)
            if task is self.program:
                return
            self.current = task
            goes_on = task_resume(task._handle)
            self.current = self.program
            if not goes_on:
                _remove(self.alive, task)

    def _wake_sleepers(self) -> None:
        if len(self.sleeping) > 0:
            now = monotonic_ns()
            due = [task for task in self.sleeping if task._is_waiting and task._deadline <= now]
            due.sort(key=_deadline_of)
            for task in due:
                task._is_waiting = False
                self.ready.append(task)

    def _sleep(self) -> None:
        """Wait for the first task whose time comes."""
        first = min([task._deadline for task in self.sleeping if task._is_waiting], default=NEVER)
        if first == NEVER:
            self.program._is_waiting = False
            raise RuntimeError("the program waits for itself")
        sleep_ns(max(first - monotonic_ns(), 0))

    def has_work(self) -> bool:
        """Say whether there are tasks that the program does not end without."""
        return any([not task.is_daemon for task in self.alive])


def _remove(tasks: list[Task], task: Task) -> None:
    """Take a task out; classes of the program may say what equals what."""
    for place in range(len(tasks)):
        if tasks[place] is task:
            del tasks[place]
            return


def _deadline_of(task: Task) -> int:
    return task._deadline


class _Rest(Work):
    """Runs what is left at the end of the program."""

    def do(self) -> None:
        while _scheduler.has_work():
            for task in _scheduler.alive:
                if not task.is_daemon:
                    task.wait_for_end(None)
                    break


_scheduler: _Scheduler = _Scheduler()


def current() -> Task:
    """Give the task that runs."""
    return _scheduler.current


def program() -> Task:
    """Give the task that the program itself is."""
    return _scheduler.program


def be_program(task: Task) -> None:
    """Let a task stand for the program, which calls this."""
    _scheduler.program = task
    _scheduler.current = task


def alive() -> list[Task]:
    """Give the tasks that run or wait, the program aside."""
    return _scheduler.alive


def start(task: Task) -> None:
    """Let a task run."""
    _scheduler.start(task)


def give_way() -> None:
    """Let all others run that can."""
    _scheduler.give_way()


def sleep(seconds: float) -> None:
    """Let others run for some time."""
    _scheduler.wait(seconds)


def set_stack_size(size: int) -> int:
    """Say how large the stacks of tasks are to be; give what was said before."""
    before = _scheduler.stack_size
    _scheduler.stack_size = size
    return before
