from sakip import Text
from sakip.cascade.causes.guess import Guess


def test_a_guess_names_no_child_unless_it_is_said() -> None:
    """A formula is about all of them, and so about none."""
    guess = Guess("H02", 0, Text("Dijumlahkan", "Added up"))
    assert (guess.children, guess.together, guess.arguments) == ((), False, ())
