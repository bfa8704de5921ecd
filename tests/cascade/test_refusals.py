"""Whatever cannot be is refused by the name of its field, with an example that can be written as it stands."""

from datetime import date
from typing import Any

import attrs
import pytest

import sakip
from sakip import cascade
from sakip.cascade import (
    CATALOGUE,
    PEMDA,
    BudgetDocument,
    Cascade,
    Change,
    Group,
    Link,
    LinkReading,
    NodeFacts,
    Post,
    Profile,
    Suppression,
    revalidate,
    validate,
)
from tests.cascade.making import YEAR_END
from tests.refusals import example_in, known_from, names_in, refusal

# What each class needs beside the field that is tried.
NEEDED: dict[type[Any], dict[str, Any]] = {
    Cascade: {},
    Change: {},
    Link: {"child": ("KABID", "A"), "parent": ("KADIS", "T"), "kind": "sum"},
    Group: {"parent": ("KADIS", "T")},
    NodeFacts: {"node": ("KADIS", "T")},
    Post: {"code": "KADIS"},
    Profile: {one.name: getattr(PEMDA, one.name) for one in attrs.fields(Profile)},
    Suppression: {"reason": "Sudah dibahas", "by": "Bappeda", "code": "CAS105"},
    BudgetDocument: {"version": "DPA", "ratified_on": date(2025, 1, 2), "lines": []},
    LinkReading: {"links": [], "report": sakip.Report([])},
}
FIELDS = [(kind, one.alias) for kind in NEEDED for one in attrs.fields(kind) if one.init]
KNOWN = known_from(sakip, cascade)


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
@pytest.mark.parametrize("wrong", [object(), [object()], 3.5], ids=["object", "list", "number"])
def test_each_field_refuses_by_its_name(kind: type[Any], name: str, wrong: Any) -> None:
    """And by the place in a list; what it shows as an example is of names that there are, and is taken."""
    error = refusal(kind, **{**NEEDED[kind], name: wrong})
    # A level is refused where levels are read, wherever it stands.
    path = "Echelon.code" if name == "echelon" else f"{kind.__name__}.{name}"
    assert error.path in {path, f"{path}[0]"}
    example = example_in(error)
    assert names_in(example or "()") <= KNOWN.keys()
    if example and "..." not in example and "indicator" not in example:
        value = eval(example, dict(KNOWN))  # noqa: S307 - it is our own
        kind(**{**NEEDED[kind], name: [value] if error.path.endswith("]") else value})


@pytest.mark.parametrize(
    ("name", "wrong", "path"),
    [
        ("cascade", [], "validate.cascade"),
        ("as_of", "2025", "validate.as_of"),
        ("profile", "pemda", "validate.profile"),
        ("through", 2, "validate.through"),
        ("rounded", "up", "validate.rounded"),
        ("checks", 5, "validate.checks"),
        ("checks", [5], "validate.checks[0]"),
        ("checks", [CATALOGUE[0]] * 2, "validate.checks[1]"),
        ("suppressions", 5, "validate.suppressions"),
        ("suppressions", [5], "validate.suppressions[0]"),
    ],
)
def test_each_setting_refuses_by_its_name(name: str, wrong: Any, path: str) -> None:
    """The same holds for what a cascade is judged by."""
    error = refusal(validate, **{"cascade": Cascade(), "as_of": YEAR_END, name: wrong})
    assert error.path == path
    assert names_in(example_in(error).replace("agreements, links", "") or "()") <= KNOWN.keys()


@pytest.mark.parametrize("name", ["previous", "change"])
def test_what_is_judged_anew_is_a_report_and_a_change(name: str) -> None:
    """Each is refused by its name."""
    given: Any = {"previous": validate(Cascade(), as_of=YEAR_END), "change": Change(), name: "x"}
    error = refusal(revalidate, **given)
    assert error.path == f"revalidate.{name}"
    assert names_in(example_in(error) or "()") - {"cascade"} <= KNOWN.keys()
