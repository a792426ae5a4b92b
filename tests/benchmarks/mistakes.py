"""The small mistakes that one can make in a piece of code, one at a time."""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import singledispatch
from types import CodeType

Place = tuple[ast.AST, str, int | None, ast.AST, bool]
"""Whose field holds a node, where in it, the node, and whether it is run at import."""

_NO_CODE = {"annotation", "returns", "decorator_list", "ctx"}
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
}
_NAMED = {"min": "max", "max": "min", "any": "all", "all": "any", "ceil": "floor"}


@dataclass(frozen=True)
class Mistake:
    """One change of a module: its lines, in words, and the module as it becomes."""

    kind: str
    lines: range
    told: str
    code: CodeType
    is_at_import: bool


def mistakes(source: str, file: str) -> Iterator[Mistake]:
    """Yield the module with each of the mistakes that can be made in it."""
    tree = ast.parse(source, file)
    for parent, field, at, node, is_at_import in _places(tree, True):
        for other in _variants(node):
            ast.fix_missing_locations(ast.copy_location(other, node))
            _put(parent, field, at, other)
            yield Mistake(
                type(node).__name__,
                range(node.lineno, (node.end_lineno or node.lineno) + 1),
                f"{_short(node)}  ->  {_short(other)}",
                compile(tree, file, "exec"),
                is_at_import,
            )
            _put(parent, field, at, node)


def _put(parent: ast.AST, field: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[at] = node


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:90]


def _places(parent: ast.AST, is_at_import: bool) -> Iterator[Place]:
    """Yield all that can go wrong at run time.

    Left out are annotations and names for types, docstrings and what is raised with its
    sentence, and the ``strict`` of a ``zip``, which only tells what holds anyway.
    """
    for field, value in ast.iter_fields(parent):
        if field in _NO_CODE:
            continue
        is_run = isinstance(parent, ast.FunctionDef | ast.Lambda) and field == "body"
        now = is_at_import and not is_run
        nodes = enumerate(value) if isinstance(value, list) else [(None, value)]
        for at, node in nodes:
            if isinstance(node, ast.AST) and not _is_left_out(parent, node):
                if hasattr(node, "lineno") and not (now and isinstance(node, ast.Assign)):
                    yield parent, field, at, node, now
                yield from _places(node, now)


def _is_left_out(parent: ast.AST, node: ast.AST) -> bool:
    match parent, node:
        case (ast.Raise(), ast.Call()) | (ast.Expr(), ast.Constant()):
            return True
        case (_, ast.Call(ast.Name("TypeVar"))) | (ast.keyword("strict"), _):
            return True
        case _:
            return False


@singledispatch
def _variants(_node: ast.AST) -> Iterator[ast.AST]:
    yield from ()


@_variants.register
def _(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, str):
        yield ast.Constant(f"{value}X")
    elif isinstance(value, bytes):
        yield ast.Constant(value + b"X")


@_variants.register
def _(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in _COUNTED:
        yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)


@_variants.register
def _(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.USub | ast.Not):
        yield node.operand


@_variants.register
def _(node: ast.Call) -> Iterator[ast.AST]:
    if isinstance(node.func, ast.Name) and node.func.id in _NAMED:
        yield _with(node, func=ast.Name(_NAMED[node.func.id], ast.Load()))
    for one in node.keywords:
        if one.arg != "strict":
            yield _with(node, keywords=[other for other in node.keywords if other is not one])


@_variants.register
def _(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        for other in _COMPARED[type(op)]:
            yield _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


@_variants.register
def _(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for at in range(len(node.values)):
        rest = node.values[:at] + node.values[at + 1 :]
        yield _with(node, values=rest) if len(rest) > 1 else rest[0]


@_variants.register(ast.If)
@_variants.register(ast.While)
@_variants.register(ast.IfExp)
def _(node: ast.If | ast.While | ast.IfExp) -> Iterator[ast.AST]:
    if not isinstance(node.test, ast.Compare | ast.UnaryOp):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))


@_variants.register(ast.ListComp)
@_variants.register(ast.SetComp)
@_variants.register(ast.DictComp)
@_variants.register(ast.GeneratorExp)
def _(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[ast.AST]:
    loops = node.generators
    for at, loop in enumerate(loops):
        if loop.ifs:
            yield _with(node, generators=[*loops[:at], _with(loop, ifs=[]), *loops[at + 1 :]])


@_variants.register(ast.Raise)
@_variants.register(ast.Delete)
def _(_node: ast.Raise | ast.Delete) -> Iterator[ast.AST]:
    yield ast.Pass()


@_variants.register
def _(node: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


@_variants.register(ast.Return)
@_variants.register(ast.Assign)
def _(node: ast.Return | ast.Assign) -> Iterator[ast.AST]:
    if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield _with(node, value=ast.Constant(None))


@_variants.register
def _(node: ast.AugAssign) -> Iterator[ast.AST]:
    if type(node.op) in _COUNTED:
        yield _with(node, op=_COUNTED[type(node.op)]())


@_variants.register
def _(_node: ast.Break) -> Iterator[ast.AST]:
    yield ast.Continue()


@_variants.register
def _(_node: ast.Continue) -> Iterator[ast.AST]:
    yield ast.Break()


@_variants.register
def _(node: ast.ExceptHandler) -> Iterator[ast.AST]:
    yield _with(node, body=[ast.Raise()])


@_variants.register
def _(node: ast.With) -> Iterator[ast.AST]:
    if len(node.items) == 1 and not node.items[0].optional_vars:
        yield ast.If(ast.Constant(True), node.body, [])


def _with(node: ast.AST, **changes: object) -> ast.AST:
    changed = copy(node)
    for field, value in changes.items():
        setattr(changed, field, value)
    return changed
