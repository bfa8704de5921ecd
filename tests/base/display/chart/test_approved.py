"""Pictures stay as they were when somebody looked at them."""

import pytest

from tests.base.display.chart.approving import FILES, FOLDER, drawn


@pytest.mark.parametrize("file", FILES)
def test_as_looked_at(file: str) -> None:
    """Not a stroke moves unseen."""
    assert drawn(file) == (FOLDER / file).read_text(encoding="utf-8")


def test_none_is_left_over() -> None:
    """Every file is a picture that is drawn."""
    assert {file.name for file in FOLDER.iterdir()} == set(FILES)
