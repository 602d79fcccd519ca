"""What holds for every test: a clean environment, and no browser test that vanishes unseen."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support import compiled, examples

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_ONE = (
    "They need Chromium: apt-get install chromium (Debian), or .venv/bin/playwright install"
    " chromium, or CHROMIUM=/path/to/chromium."
)

for _name in [name for name in os.environ if name.startswith(("HOMEWORK_", "TELEGRAM_"))]:
    del os.environ[_name]

compiled.share()
examples.choose()


def find_chromium() -> str | None:
    """Return a Chromium on this machine: $CHROMIUM, one on the path, or playwright's own."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    on_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if on_path:
        return on_path
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    own = sorted(cache.glob("chromium*/chrome-linux*/*")) if cache.is_dir() else []
    return next((str(path) for path in own if path.name in {"chrome", "headless_shell"}), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_chromium() is not None or os.environ.get("REQUIRE_BROWSER"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "no Chromium on this machine" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.section("browser tests were SKIPPED", yellow=True, bold=True)
        terminalreporter.write_line(f"{len(skipped)} browser tests did not run. {HOW_TO_GET_ONE}")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; fails when browser tests are required and there is none."""
    found = find_chromium()
    if found is None:
        pytest.fail(f"REQUIRE_BROWSER is set and there is no Chromium. {HOW_TO_GET_ONE}")
    return found
