"""What every test run shares: examples in Markdown are tests, and Hypothesis repeats itself."""

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).pytest()

# Checked by mypy and pyright; tests/house runs those that are meant to run.
collect_ignore = ["tests/typing"]

settings.register_profile("repeatable", derandomize=True, max_examples=50, deadline=None)
# For mutmut, which runs the suite again and again in one process.
settings.register_profile(
    "quick",
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors],
)
settings.register_profile("wide", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("repeatable")
