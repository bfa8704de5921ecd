"""Signatures of attrs classes for the reference.

Griffe reads the source without running it and knows dataclasses only; without this the reference would not say
how a value is made. A parameter has the type that its converter takes, since that is what a caller may give.
"""

import ast

import griffe

_DECORATORS = {"attrs.define", "attrs.frozen"}


class AttrsSignatures(griffe.Extension):
    """Give each attrs class the `__init__` that attrs would write for it."""

    def on_class_members(self, *, node: ast.AST | griffe.ObjectNode, cls: griffe.Class, **_: object) -> None:
        """Read the fields of a class once all of its members are known."""
        decorated = [decorator for decorator in cls.decorators if decorator.callable_path in _DECORATORS]
        if not decorated or not isinstance(node, ast.ClassDef) or "__init__" in cls.members:
            return
        keyword_only = "kw_only=True" in str(decorated[0].value)
        parameters = [griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)]
        parameters += [
            _parameter(statement, cls, keyword_only=keyword_only)
            for statement in node.body
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
            if "ClassVar" not in ast.unparse(statement.annotation) and _options(statement).get("init") != "False"
        ]
        parameters.sort(key=lambda parameter: parameter.kind is griffe.ParameterKind.keyword_only)
        cls.set_member("__init__", griffe.Function("__init__", parameters=griffe.Parameters(*parameters)))


def _options(statement: ast.AnnAssign) -> dict[str, str]:
    if isinstance(statement.value, ast.Call) and ast.unparse(statement.value.func) == "field":
        return {str(keyword.arg): ast.unparse(keyword.value) for keyword in statement.value.keywords}
    return {} if statement.value is None else {"default": ast.unparse(statement.value)}


def _parameter(statement: ast.AnnAssign, cls: griffe.Class, *, keyword_only: bool) -> griffe.Parameter:
    name = ast.unparse(statement.target)
    options = _options(statement)
    converter = cls.module.members.get(options.get("converter", ""))
    taken = converter.parameters[0] if isinstance(converter, griffe.Function) else None
    as_keyword = keyword_only or options.get("kw_only") == "True"
    return griffe.Parameter(
        options.get("alias", name.lstrip("_")).strip("'"),
        annotation=taken.annotation if taken else cls.members[name].annotation,
        kind=griffe.ParameterKind.keyword_only if as_keyword else griffe.ParameterKind.positional_or_keyword,
        default=f"{options['factory']}()" if "factory" in options else options.get("default"),
    )
