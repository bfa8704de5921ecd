"""Data flows one way: a module imports only from its own room and from rooms before it."""

import ast
import sys

from tests.house.source import FRONT_DOOR_ROOMS, INNER_ROOMS, ROOMS, SOURCE, inner_room_of, modules, place, room_of

NO_OUTSIDE = {
    "asyncio": "waits",
    "builtins": "reaches open()",
    "cmath": "floats",
    "concurrent": "threads",
    "ctypes": "memory",
    "glob": "files",
    "importlib": "loads at run time",
    "io": "files",
    "locale": "ambient settings",
    "logging": "ambient settings",
    "multiprocessing": "processes",
    "os": "environment and files",
    "pathlib": "files",
    "pickle": "runs foreign code",
    "random": "chance",
    "secrets": "chance",
    "shutil": "files",
    "signal": "processes",
    "socket": "network",
    "sqlite3": "files",
    "statistics": "floats",
    "subprocess": "processes",
    "tempfile": "files",
    "threading": "threads",
    "time": "clock",
    "urllib": "network",
    "uuid": "chance",
    "zoneinfo": "files",
}
THIRD_PARTY = {"attr", "attrs", "dateutil"}
DATEUTIL = {"dateutil.relativedelta", "dateutil.rrule"}
OPTIONAL = {"testing": {"hypothesis"}, "interop": {"cattrs", "narwhals"}}


# The front door loads the library's own modules when a name is first asked for, and nothing else.
LATE = {("sakip.base.door", "importlib")}
# For the type of an attribute alone, under TYPE_CHECKING: an InputError carries a Report.
ANNOTATED = {("sakip.errors", "sakip.base.finding")}


def test_every_source_file_belongs_to_a_room() -> None:
    """Every file under src/sakip is the front door or stands in a room of the design."""
    assert {module.room for module in modules()} <= {"", *ROOMS}


def test_no_module_imports_upwards() -> None:
    """No module imports from a room after its own, not even for its annotations, the listed ones apart."""
    upward = [
        f"{place(module, line)}: {module.room} imports {target}"
        for module in modules()
        if module.room
        for line, target in module.imports()
        if target.partition(".")[0] == "sakip" and room_of(target)
        if ROOMS.index(room_of(target)) > ROOMS.index(module.room)
        if (module.name, target) not in ANNOTATED
    ]
    assert upward == []


def test_inner_rooms_are_the_folders() -> None:
    """The rooms within a room are its packages, each of them, and no other."""
    for room, inner in INNER_ROOMS.items():
        assert sorted(inner) == sorted(path.parent.name for path in (SOURCE / room).glob("*/__init__.py"))


def test_no_module_imports_upwards_within_its_room() -> None:
    """No module imports from an inner room after its own, nor from what stands beside the inner rooms."""
    upward = [
        f"{place(module, line)}: {own} imports {target}"
        for module in modules()
        for order in [INNER_ROOMS.get(module.room, ())]
        for own in [inner_room_of(module.name)]
        if own
        for line, target in module.imports()
        if target.startswith(f"sakip.{module.room}")
        if (order.index(inner_room_of(target)) if inner_room_of(target) else len(order)) > order.index(own)
    ]
    assert upward == []


def test_what_is_imported_for_annotations_stays_out_at_run_time() -> None:
    """An upward import that is allowed for its type stands under `if TYPE_CHECKING`."""
    guarded = {
        (module.name, node.module)
        for module in modules()
        for guard in ast.walk(module.tree)
        if isinstance(guard, ast.If) and ast.unparse(guard.test) == "TYPE_CHECKING"
        for node in guard.body
        if isinstance(node, ast.ImportFrom)
    }
    assert guarded >= ANNOTATED


def test_only_testing_comes_in_through_the_front_door() -> None:
    """Inside the library a name is imported from the module that defines it; only `testing` uses the front door."""
    through_the_door = [
        place(module, line)
        for module in modules()
        if module.room not in {"", "testing"}
        for line, target in module.imports()
        if target == "sakip"
    ]
    assert through_the_door == []


def test_front_door_imports_only_the_everyday_rooms() -> None:
    """The names of `sakip` live in errors, base, model and scoring; the other rooms are entered by their own name."""
    (door,) = (module for module in modules() if module.name == "sakip")
    targets = [target for _, target in door.imports() if target != "typing"]
    assert {room_of(target) for target in targets} <= set(FRONT_DOOR_ROOMS)


def test_nothing_reaches_outside() -> None:
    """No module imports what opens files or sockets, starts processes, reads a clock, or deals in floats and chance."""
    reached = [
        f"{place(module, line)}: {target} ({NO_OUTSIDE[target.partition('.')[0]]})"
        for module in modules()
        for line, target in module.imports()
        if target.partition(".")[0] in NO_OUTSIDE
        if (module.name, target) not in LATE
    ]
    assert reached == []


def test_only_the_declared_dependencies_are_imported() -> None:
    """Beside the standard library only attrs and dateutil's relativedelta and rrule are needed at run time."""
    foreign = [
        f"{place(module, line)}: {target}"
        for module in modules()
        for line, target in module.imports()
        for top in [target.partition(".")[0]]
        if top not in sys.stdlib_module_names | {"sakip"}
        if top not in THIRD_PARTY | OPTIONAL.get(module.room, set()) or (top == "dateutil" and target not in DATEUTIL)
    ]
    assert foreign == []
