"""Mengubah perjanjian: the objectives of the next version, with nothing lost on the way."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from attrs import evolve

from sakip.base.kind import of_kind
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_date
from sakip.base.number import Number
from sakip.errors import InvalidValueError
from sakip.model.lineage import earlier_code
from sakip.model.objective import Objective
from sakip.model.scale import Level
from sakip.model.target import Range, Target

__all__ = ["Promise", "require_nothing_dropped", "require_order", "revised"]

Promise = Target | Number | Range | Level | date
"""Janji baru: a whole target, or its value alone where the target has no trajectory."""


def revised(
    objectives: tuple[Objective, ...],
    targets: Mapping[str, Promise],
    retire: tuple[str, ...],
) -> tuple[Objective, ...]:
    """Sasaran yang diubah: the objectives with some targets promised anew and some retired.

    An objective whose last target is retired goes with it.

    Args:
        objectives: As they stood.
        targets: What is promised now, by the code of the target as it stood.
        retire: Codes of the targets that are no longer promised.

    Raises:
        InvalidValueError: A code that no target has, a number for a target with a trajectory, or a target of another
            indicator that does not name the one whose place it takes.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> (objective,) = revised(example_agreement().objectives, {"PLAN-1": 3}, ())
        >>> objective.targets[0].value
        Decimal('3')
    """
    mapping = cast("type[Mapping[str, Promise]]", Mapping)
    of_kind(mapping, targets, "Agreement.amend.targets", "{'IKU-1': 90}")
    known = tuple(target.code for objective in objectives for target in objective.targets)
    for path, codes in (("targets", targets), ("retire", retire)):
        for code in codes:
            _require_known(code, known, f"Agreement.amend.{path}")
    if both := sorted(set(targets).intersection(retire)):
        raise InvalidValueError(
            code="amended-and-retired",
            path="Agreement.amend.retire",
            value=both[0],
            problem=("target ini sekaligus diubah dan dihentikan", "the target is both amended and retired"),
            way_out=("Sebutkan di salah satu saja", "Name it in one of the two"),
        )
    return tuple(_kept(objective, targets, retire) for objective in objectives if _has_rest(objective, retire))


def require_nothing_dropped(before: tuple[Target, ...], after: tuple[Target, ...], retire: tuple[str, ...]) -> None:
    """Tidak ada yang hilang: every target of before goes on, is replaced by name, or is retired by name.

    Raises:
        InvalidValueError: A target that is simply gone.

    Examples:
        >>> require_nothing_dropped((), (), ())
    """
    accounted = {*retire, *(code for target in after for code in (target.code, earlier_code(target.indicator)))}
    gone = [target.code for target in before if target.code not in accounted]
    if gone:
        raise InvalidValueError(
            code="target-dropped",
            path="Agreement.amend.objectives",
            value=gone[0],
            problem=("target versi lama hilang tanpa disebutkan", "a target of the old version is gone without a word"),
            way_out=(
                f"Sebutkan yang dihentikan: retire={gone}",
                f"Name what is retired: retire={gone}",
            ),
        )


def require_order(earlier: str, since: date | None, later: str, then: date | None, path: str) -> None:
    """Wajib berurutan: a version is not in force before the one whose place it takes.

    Args:
        earlier: Code of the version whose place is taken.
        since: Day from which it is in force.
        later: Code of the version that takes its place.
        then: Day from which that one is in force.
        path: The field that is being filled, for the error.

    Raises:
        InvalidValueError: The later version is in force first, or one of the two has no date.

    Examples:
        >>> require_order("PK-1", date(2025, 1, 25), "PK-2", date(2025, 7, 1), "History.versions")
    """
    for code, day in ((earlier, since), (later, then)):
        if day is None:
            raise InvalidValueError(
                code="version-undated",
                path=path,
                value=code,
                problem=(
                    "versi ini tidak bertanggal, sehingga tidak diketahui sejak kapan berlaku",
                    "the version has no date, so nobody knows from when it is in force",
                ),
                way_out=("Isi signed_on atau effective_on", "Fill in signed_on or effective_on"),
            )
    if since is not None and then is not None and then < since:
        when_id, then_id = format_date(since), format_date(then)
        when_en, then_en = format_date(since, "en"), format_date(then, "en")
        raise InvalidValueError(
            code="effective-before-predecessor",
            path=path,
            value=later,
            problem=(
                f"{later} berlaku sejak {then_id}, sebelum {earlier} yang digantikannya ({when_id})",
                f"{later} is in force from {then_en}, before {earlier}, whose place it takes ({when_en})",
            ),
            way_out=(
                "Perbaiki tanggalnya; versi baru berlaku paling cepat bersama versi yang digantikannya",
                "Correct the dates; a new version is in force no earlier than the one whose place it takes",
            ),
        )


def _has_rest(objective: Objective, retire: tuple[str, ...]) -> bool:
    return not objective.targets or any(target.code not in retire for target in objective.targets)


def _kept(objective: Objective, targets: Mapping[str, Promise], retire: tuple[str, ...]) -> Objective:
    kept = [
        _promised(target, targets[target.code]) if target.code in targets else target
        for target in objective.targets
        if target.code not in retire
    ]
    return evolve(objective, targets=kept)


def _promised(target: Target, promise: Promise) -> Target:
    path = f"Agreement.amend.targets[{target.code}]"
    if isinstance(promise, Target):
        if target.code in (promise.code, earlier_code(promise.indicator)):
            return promise
        raise InvalidValueError(
            code="other-indicator",
            path=path,
            value=promise.code,
            problem=(
                f"target indikator lain di tempat {target.code}",
                f"a target of another indicator in the place of {target.code}",
            ),
            way_out=(
                "Sebutkan asalnya lewat Indicator.same_as atau Indicator.replaces, atau hentikan yang lama (retire)",
                "Name its origin with Indicator.same_as or Indicator.replaces, or retire the old one",
            ),
        )
    if target.trajectory:
        raise InvalidValueError(
            code="trajectory-undecided",
            path=path,
            value=promise,
            problem=(
                "target ini punya lintasan, dan angka setahun saja tidak mengatakan bagaimana lintasannya berubah",
                "the target has a trajectory, and a number for the year does not say how the trajectory changes",
            ),
            way_out=(
                "Tulis Target(indicator, nilai, trajectory={...}) yang lengkap",
                "Write the whole Target(indicator, value, trajectory={...})",
            ),
        )
    return evolve(target, value=promise)


def _require_known(code: object, known: tuple[str, ...], path: str) -> None:
    if isinstance(code, str) and code in known:
        return
    problem = ("tidak ada target dengan kode itu", "no target has that code")
    raise unknown_code(code, known, code="unknown-target", path=path, problem=problem)
