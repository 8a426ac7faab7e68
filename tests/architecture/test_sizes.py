"""The size budget: small modules, small functions, few parameters, few methods."""

import ast
import statistics

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "navraag"
MODULE_CAP, FUNCTION_CAP, METHODS_CAP, PARAMETERS_CAP, MEDIAN_CAP = 400, 60, 15, 6, 120
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _modules() -> dict[str, str]:
    return {str(p.relative_to(SOURCE)): p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py")}


def _function_overruns(name: str, node: Function) -> list[str]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    parameters = [a for a in arguments if a.arg not in {"self", "cls"}]
    is_command = any("click" in ast.unparse(d) for d in node.decorator_list)  # as many parameters as options
    found = [f"{name}:{node.lineno} {node.name}: {length} lines"] if length > FUNCTION_CAP else []
    if len(parameters) > PARAMETERS_CAP and not is_command:
        found.append(f"{name}:{node.lineno} {node.name}: {len(parameters)} parameters")
    return found


def _overruns(name: str, text: str) -> list[str]:
    """Everything in one module that is larger than the budget allows."""
    found = [f"{name}: {n} lines"] if (n := len(text.splitlines())) > MODULE_CAP else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            found += _function_overruns(name, node)
        elif isinstance(node, ast.ClassDef):
            public = [n for n in node.body if isinstance(n, Function) and not n.name.startswith("_")]
            if len(public) > METHODS_CAP:
                found.append(f"{name}:{node.lineno} {node.name}: {len(public)} public methods")
    return found


def test_nothing_is_over_budget() -> None:
    """A god object or an endless function cannot land."""
    modules = _modules()

    assert modules
    assert [] == [line for name, text in modules.items() for line in _overruns(name, text)]


def test_the_median_module_is_small() -> None:
    """Half of all modules that hold code fit on two screens."""
    sizes = [len(text.splitlines()) for text in _modules().values() if text.strip()]

    assert statistics.median(sizes) <= MEDIAN_CAP
