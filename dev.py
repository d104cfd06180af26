#!/usr/bin/env python3
"""Set-up and run in one step, standard library only: python3 dev.py run | test | bench | screenshots | bundle | …"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PY = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"  # what running needs
TESTS_LOCK = ROOT / "tests/requirements.lock"  # and what testing needs
PEERS = VENV / "peers"  # what only the measurements need
LIBRARIES = {  # the shared libraries that Qt opens -> their Debian and Ubuntu packages
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
HELP = """python3 dev.py COMMAND   (on Windows: py dev.py COMMAND)

  run            set up what is missing and start the program with the demo centre
  test [ARGS]    set up what is missing and run every check and test
  fast           only rules, layers, types and style: under a minute
  screenshots    draw every page to docs/screenshots/ (light, dark, English, 150 %, contrast)
  bench          measure, against a named floor in the same run
  bundle         make a one-folder program in dist/ that needs no Python
  words          collect new sentences for translation and compile the Danish ones
  soak [ROUNDS]  kill the program 1,000 times in the middle of its work, and count what was lost: nothing
  rules          write docs/rules.md from the standards
  lock           resolve the versions again into both requirements.lock
  cli ARGS       trainer-desktop ARGS, for example: cli standards check
"""


def say(text: str) -> None:
    """Tell what is being done, at once."""
    print(text, flush=True)


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """The packages whose library cannot be loaded."""
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def missing_for_bundle() -> list[str]:
    """What PyInstaller needs besides; Debian's Python comes without its own shared library."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    python3 = f"libpython3.{sys.version_info.minor}"
    if sys.base_prefix == "/usr" and not loads(f"{python3}.so.1.0"):
        missing.append(python3)
    return missing


def missing_for_window() -> list[str]:
    """What it takes to try the window on a real screen: an X server, a window manager, a hand."""
    programs = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
    return [package for program, package in programs.items() if not shutil.which(program)]


def from_system(look: Callable[[], list[str]]) -> None:
    """Install from the system what `look` finds missing, where that is possible."""
    if not sys.platform.startswith("linux"):
        return
    missing = look()
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit("Install these system libraries first (Debian names): " + " ".join(missing))
    root = os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        sys.exit("Ask an administrator to run: apt-get install " + " ".join(missing))
    sudo = [] if root else ["sudo"]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    say("Installing system libraries: " + " ".join(missing))
    # A set-up that was killed half-way leaves dpkg waiting for this.
    subprocess.run(
        [*sudo, "dpkg", "--configure", "-a"], check=False, env=env, stdout=subprocess.DEVNULL
    )
    install = [
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "--fix-broken",
        *missing,
    ]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run([*sudo, *command], check=False, env=env, stdout=subprocess.DEVNULL)
        if done.returncode:
            sys.exit(f"«{' '.join(command)}» failed. Mend that, then run the same command again.")
    still = look()
    if still:
        sys.exit("These are still missing: " + " ".join(still))


def wanted(*locks: Path) -> str:
    """What the environment must have been made from."""
    files = b"".join(file.read_bytes() for file in (*locks, ROOT / "pyproject.toml"))
    return hashlib.sha256(files + sys.version.encode() + str(ROOT).encode()).hexdigest()


def is_whole(stamp: Path, *locks: Path) -> bool:
    """Whether a set-up came to its end, from these locks."""
    return stamp.exists() and stamp.read_text() == wanted(*locks) and PY.exists()


def environment(*, testing: bool) -> None:
    """Make .venv from the locks; a stamp, written last, says that it is whole."""
    stamp, tested = VENV / "stamp", VENV / "stamp-tests"
    if not is_whole(stamp, LOCK):
        say("Setting up .venv (half a minute the first time) …")
        make_environment()
        stamp.write_text(wanted(LOCK))
    if testing and not is_whole(tested, LOCK, TESTS_LOCK):
        say("Adding what the tests need …")
        install("--require-hashes", "-r", str(TESTS_LOCK))
        tested.write_text(wanted(LOCK, TESTS_LOCK))


def make_environment() -> None:
    """Make .venv anew with what running needs, and the program in it."""
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except (subprocess.CalledProcessError, OSError) as trouble:
        sys.exit(f"Python could not make .venv: {trouble}. Delete the folder .venv and try again.")
    install("--require-hashes", "-r", str(LOCK))
    install("--no-deps", "--no-build-isolation", "-e", str(ROOT))


def install(*what: str) -> None:
    """Let pip install something into .venv."""
    pip = [str(PY), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]
    quiet = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run([*pip, *what], check=False, env=quiet).returncode:
        sys.exit("The packages could not be installed. Is there a network? Run the command again.")


def python(*args: str, **env: str) -> int:
    """Run the environment's Python from the project's folder."""
    return subprocess.call([str(PY), *args], cwd=ROOT, env={**os.environ, **env})


def program(*args: str, **env: str) -> int:
    """Run the program where the caller stands, so that folders and files are the caller's."""
    command = [str(PY), "-m", "trainer_desktop", *args]
    return subprocess.call(command, env={**os.environ, **env})


def tool(*args: str) -> int:
    """Run a program of the environment."""
    found = BIN / (args[0] + (".exe" if os.name == "nt" else ""))
    return subprocess.call([str(found), *args[1:]], cwd=ROOT)


def in_turn(*steps: tuple[str, ...]) -> int:
    """Run tools until one fails."""
    for step in steps:
        say("» " + " ".join(step))
        failed = tool(*step)
        if failed:
            return failed
    return 0


def run(args: list[str]) -> int:
    """Start the program; without a display, play a morning instead."""
    compile_words()
    linux = sys.platform.startswith("linux")
    if linux and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        say("There is no display here, so there is no window to show.")
        say(
            "The program plays a morning at the demo centre instead, and writes down what happened.\n"
        )
        return program("morning", *args, QT_QPA_PLATFORM="offscreen")
    return program("--demo", *args)


MOST_AT_ONCE = 4  # each worker makes a demo centre and a PostgreSQL of its own
CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("lint-imports",),
    ("mypy",),
    ("trainer-desktop", "standards", "check"),
    ("python", "docs/rules_page.py", "--check"),
)


def fast(args: list[str]) -> int:
    """Check style, layers, types, the standards' examples and the rules."""
    return in_turn(*CHECKS) or tests(["tests/rules", *args])


def tests(args: list[str]) -> int:
    """Run pytest without a screen, unless one is asked for."""
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return python("-m", "pytest", *args, QT_QPA_PLATFORM=platform)


def all_tests() -> int:
    """Run every test, on each core at once; whoever is done takes over from another."""
    cores = min(os.cpu_count() or 1, MOST_AT_ONCE)
    return tests(["-n", str(cores), "--dist", "worksteal"])


def test(args: list[str]) -> int:
    """Every check and every test."""
    if sys.platform.startswith("linux") and shutil.which("apt-get") and os.geteuid() == 0:
        from_system(missing_for_window)
    return compile_words() or (tests(args) if args else in_turn(*CHECKS) or all_tests())


def compile_words() -> int:
    """Compile the sentences of each language when they have changed."""
    for language in ("da", "en"):
        source = ROOT / f"resources/i18n/{language}.ts"
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        failed = tool("pyside6-lrelease", "-silent", str(source), "-qm", str(compiled))
        if failed:
            return failed
    return 0


def words(_args: list[str]) -> int:
    """Collect the program's sentences; what is new is unfinished until someone writes it."""
    sources = [
        str(p.relative_to(ROOT)) for p in sorted((ROOT / "trainer_desktop/ui").rglob("*.py"))
    ]
    sources.append("trainer_desktop/app.py")
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    danish = [*common, "-target-language", "da", *sources, "-ts", "resources/i18n/da.ts"]
    english = [*common, "-target-language", "en", "-pluralonly", *sources]
    return (
        tool("pyside6-lupdate", *danish)
        or tool("pyside6-lupdate", *english, "-ts", "resources/i18n/en.ts")
        or compile_words()
    )


def screenshots(args: list[str]) -> int:
    """Draw every page to a folder."""
    compile_words()
    return program("screenshots", *args, QT_QPA_PLATFORM="offscreen")


def bench(args: list[str]) -> int:
    """Run the measurements, beside the peers where those can be had."""
    peers()
    paths = os.pathsep.join(filter(None, (str(PEERS), os.environ.get("PYTHONPATH"))))
    extra = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths}
    return compile_words() or python("bench/run.py", *args, **extra)


def peers() -> None:
    """What is measured against, apart from the program's own packages: CP-SAT, and GooCalendar from Debian."""
    lock = ROOT / "bench/requirements.lock"
    stamp = PEERS / "stamp"
    if not stamp.exists() or stamp.read_text() != hashlib.sha256(lock.read_bytes()).hexdigest():
        say("Installing OR-Tools to measure against …")
        shutil.rmtree(PEERS, ignore_errors=True)
        pip = [str(PY), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]
        done = subprocess.run(
            [*pip, "--require-hashes", "--target", str(PEERS), "-r", str(lock)], check=False
        )
        if done.returncode == 0:
            stamp.write_text(hashlib.sha256(lock.read_bytes()).hexdigest())
    if sys.platform.startswith("linux") and shutil.which("apt-get") and os.geteuid() == 0:
        from_system(missing_peers)


def missing_peers() -> list[str]:
    """Debian's packages for the peer that is no Python package of PyPI."""
    known = subprocess.run(
        ["/usr/bin/python3", "-c", "import goocalendar, cairo"], check=False, capture_output=True
    )
    missing = [] if shutil.which("xvfb-run") else ["xvfb", "xauth"]
    goo = ["python3-goocalendar", "gir1.2-gtk-3.0", "gir1.2-goocanvas-2.0", "python3-gi-cairo"]
    return missing + ([] if known.returncode == 0 else goo)


def bundle(_args: list[str]) -> int:
    """Make the one-folder program."""
    from_system(missing_for_bundle)
    compile_words()
    return tool("pyinstaller", "--noconfirm", "--log-level", "WARN", "build.spec")


def rules(_args: list[str]) -> int:
    """Write docs/rules.md."""
    return python("docs/rules_page.py")


def lock(_args: list[str]) -> int:
    """Resolve versions again; needs uv, and writes no address of any registry."""
    options = ["--universal", "--generate-hashes", "--no-annotate", "--no-header", "--upgrade"]
    if not shutil.which("uv"):
        say("lock needs uv: https://docs.astral.sh/uv")
        return 1
    compiled = ["uv", "pip", "compile", "pyproject.toml", *options]
    runs = [*compiled, "--group", "build", "-o", str(LOCK)]
    tested = [*compiled, "--group", "dev", "-c", str(LOCK), "-o", str(TESTS_LOCK)]
    return subprocess.call(runs, cwd=ROOT) or subprocess.call(tested, cwd=ROOT)


def soak(args: list[str]) -> int:
    """Kill a desk at work at random moments, and hold what is left against what was acknowledged."""
    rounds = args[0] if args else "1000"
    with tempfile.TemporaryDirectory() as folder:
        return python("-m", "tests.safety.soak", rounds, folder)


def cli(args: list[str]) -> int:
    """Pass a command on to the program."""
    compile_words()
    return program(*args)


COMMANDS = {
    f.__name__: f
    for f in (run, test, fast, words, screenshots, bench, bundle, soak, rules, lock, cli)
}
RUNNING = {"run", "cli", "screenshots", "words"}  # these need nothing of what testing needs


def main() -> int:
    """Set up, then do what was asked."""
    if sys.version_info < (3, 11):  # noqa: UP036 - a newcomer may have an older one
        sys.exit("Python 3.11 or newer is needed.")
    name, *args = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        say(HELP)
        return 0 if name in ("help", "-h", "--help") else 2
    from_system(missing_libraries)
    environment(testing=name not in RUNNING)
    return COMMANDS[name](args)


if __name__ == "__main__":
    sys.exit(main())
