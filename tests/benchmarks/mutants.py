"""Would the tests notice? ``python -m tests.benchmarks.mutants CODE TESTS``.

Small mistakes are made in the code, one at a time. The tests are run once, to see which of
them pass over which line; then, for each mistake, a copy of this process gets the changed
code and runs the tests of those lines, the likeliest first, until one fails. What no test
notices is printed, to be looked at: it may change nothing that can be seen. Tests that
start programs find the code as it is on disk, so they notice nothing. It needs ``fork``.
"""

import argparse
import gc
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import coverage
import pytest

from tests.benchmarks.mistakes import Mistake, mistakes

OPTIONS = ("-q", "-s", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider")
SEED = 8
NAP = 0.02
"""Seconds between two looks at a copy."""
NOTICED, MISSED, NO_CODE = 1, 0, 3
Key = tuple[str, int]


class Mutants:
    """A pytest plugin that runs the collected tests over each mistake.

    Of a module at most *each* mistakes are tried, the same ones every time; on one of them
    *longest* seconds of tests are spent.
    """

    def __init__(self, modules: Sequence[Path], each: int, longest: float) -> None:
        self._sources = {module: module.read_text("utf-8") for module in modules}
        self._each, self._longest = each, longest
        self._costs: dict[str, float] = {}

    def pytest_configure(self) -> None:
        """Let nothing depend on chance, or on how busy the machine is."""
        # Late: pytest wants to be the first to read it.
        from hypothesis import settings

        settings.register_profile("mutants", deadline=None, derandomize=True, database=None)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what each test reaches; then try the mistakes."""
        reached = self._learn(session)
        if session.testsfailed or self._try(lambda: None, session.items) != "missed":
            session.shouldfail = "the tests fail without any mistake"
            return True
        told = Counter[str]()
        for module in self._sources:
            counts = Counter[str]()
            lines = reached.contexts_by_lineno(str(module))
            for mistake in map(partial(_where_it_runs, lines), self._chosen(module)):
                tests = self._tests_of(session, mistake, lines)
                verdict = self._try(partial(make, mistake, _module_of(module)), tests)
                counts[verdict] += 1
                if verdict not in {"noticed", "no code"}:
                    name = f"{module.name}:{mistake.lines[0]}"
                    print(f"  {name} {mistake.kind} {verdict}: {mistake.told}", flush=True)
            print(f"{_share(counts)}  {module.name}", flush=True)
            told.update(counts)
        print(f"{_share(told)}  in all {dict(told)}")
        return True

    def _learn(self, session: pytest.Session) -> coverage.CoverageData:
        modules = list(map(str, self._sources))
        seen = coverage.Coverage(data_file=None, config_file=False, include=modules)
        seen.set_option("run:disable_warnings", ["no-data-collected"])  # tables: import alone
        seen.start()
        for item, after in _in_turn(session.items):
            seen.switch_context(item.nodeid)
            began = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            self._costs[item.nodeid] = time.process_time() - began
        seen.stop()
        return seen.get_data()

    def _chosen(self, module: Path) -> list[Mistake]:
        every = list(mistakes(self._sources[module], str(module)))
        if len(every) <= self._each:
            return every
        draw = random.Random(f"{SEED} {module.name}")  # noqa: S311 - a sample
        return sorted(draw.sample(every, self._each), key=lambda mistake: mistake.lines[0])

    def _tests_of(
        self, session: pytest.Session, mistake: Mistake, lines: dict[int, list[str]]
    ) -> list[pytest.Item]:
        """Return the tests of a line, as many as the time allows.

        First come those that pass over most of the module for their time. What is run at
        import reaches further: a test of each line of its module comes first, and after the
        others of the module come all there are.
        """
        reached = Counter(name for found in lines.values() for name in found)
        names = {name for line in mistake.lines for name in lines.get(line, ())}
        each = {min(found, key=self._costs.__getitem__) for found in lines.values() if any(found)}
        first = each if mistake.is_at_import else set[str]()

        def rank(item: pytest.Item) -> tuple[bool, float]:
            name = item.nodeid
            return name not in first, self._costs[name] / (reached[name] or 0.001)

        chosen, left = [], self._longest
        for item in sorted(session.items, key=rank):
            if left > 0 and (item.nodeid in names or mistake.is_at_import):
                chosen.append(item)
                left -= self._costs[item.nodeid]
        return chosen

    def _try(self, change: Callable[[], None], tests: list[pytest.Item]) -> str:
        if not tests:
            return "not reached"
        cost = sum(self._costs[item.nodeid] for item in tests)
        return _in_a_copy(partial(_trial, change, tests), 4 * cost + 4)


def _where_it_runs(lines: dict[int, list[str]], mistake: Mistake) -> Mistake:
    """Let what no test comes by be run at import too: it may be called there alone."""
    is_reached = any(any(lines.get(line, ())) for line in mistake.lines)
    return mistake if is_reached else replace(mistake, is_at_import=True)


def _in_turn(tests: list[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item]]:
    """Yield each test and what comes after; what the session shares is never torn down."""
    first = next((one for one in tests[0].session.items if one is not tests[-1]), tests[0])
    return zip(tests, [*tests[1:], first], strict=True)


def _trial(change: Callable[[], None], tests: list[pytest.Item]) -> int:
    try:
        change()
    except Exception:  # noqa: BLE001 - of any kind: it could never have been run
        return NO_CODE
    for item, after in _in_turn(tests):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if item.session.testsfailed:
            return NOTICED
    return MISSED


def _in_a_copy(work: Callable[[], int], seconds: float) -> str:
    """Return what became of *work*, which gets so many seconds of the processor."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ending = NOTICED
        try:
            ending = work()
        finally:
            os._exit(ending)
    code = os.waitstatus_to_exitcode(_ended(child, 30 + 20 * seconds))
    return {MISSED: "missed", NO_CODE: "no code"}.get(code, "noticed")


def _ended(child: int, seconds: float) -> int:
    """Return how a copy ended; one that only waits is ended after so many seconds.

    They are counted while this process is awake: when both are stopped, to let something else
    be measured, the clock goes on.
    """
    for _ in range(int(seconds / NAP)):
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return status
        time.sleep(NAP)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def make(mistake: Mistake, module: ModuleType) -> None:
    """Put the changed code in the place of what is loaded."""
    codes = dict(_codes(mistake.code))
    gc.unfreeze()  # the window lets what is loaded rest, and then it is not listed
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == module.__file__:
            other = codes.get((one.__code__.co_qualname, one.__code__.co_firstlineno))
            if other and other.co_freevars == one.__code__.co_freevars:
                one.__code__ = other
        elif hasattr(type(one), "cache_clear"):
            one.cache_clear()
    if mistake.is_at_import:
        fresh = {"__name__": module.__name__, "__file__": module.__file__}
        exec(mistake.code, fresh)  # noqa: S102 - our own
        for name, value in fresh.items():
            _rebind(name, vars(module).get(name), value)


def _codes(code: CodeType) -> Iterator[tuple[Key, CodeType]]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield (one.co_qualname, one.co_firstlineno), one
            yield from _codes(one)


def _rebind(name: str, old: object, new: object) -> None:
    if isinstance(old, FunctionType) and isinstance(new, FunctionType):
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    elif isinstance(old, type) and isinstance(new, type):
        _rebind_within(old, new)
    elif old is not new and not name.startswith("__"):
        for module in list(sys.modules.values()):
            if vars(module).get(name) is old:
                setattr(module, name, new)


def _rebind_within(old: type, new: type) -> None:
    for key, value in vars(new).items():
        if isinstance(value, FunctionType):
            _rebind(key, vars(old)[key], value)
        elif isinstance(value, str | bytes | int | float | tuple) and value != vars(old)[key]:
            setattr(old, key, value)


def _module_of(path: Path) -> ModuleType:
    (found,) = (
        module for module in list(sys.modules.values()) if vars(module).get("__file__") == str(path)
    )
    return found


def _share(counts: Counter[str]) -> str:
    tried = counts.total() - counts["no code"]
    return f"{counts['noticed']:4} of {tried:4}, {counts['noticed'] / max(tried, 1):4.0%}"


def main() -> None:
    """Read what was asked for, and try it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutants")
    parser.add_argument("code", type=Path, help="a module, or a folder of them")
    parser.add_argument("tests", nargs="+", help="tests that should notice")
    parser.add_argument("--each", type=int, default=sys.maxsize, help="mistakes tried of a module")
    parser.add_argument("--longest", type=float, default=20, help="seconds of tests of one (20)")
    chosen = parser.parse_args()
    code = chosen.code.resolve()
    modules = sorted(code.glob("*.py")) if code.is_dir() else [code]
    plugin = Mutants(
        [one for one in modules if one.name != "__init__.py"], chosen.each, chosen.longest
    )
    sys.exit(pytest.main([*OPTIONS, *chosen.tests], plugins=[plugin]))


if __name__ == "__main__":
    main()
