"""Plants forbidden imports in a copy of the tree, and asks which contracts of pyproject.toml they break.

Run by its path as one process, in the copy: in the process of the tests the packages are the real ones. The copy is
read twice, before and after everything was planted; what one plant alone brings is then put on the first reading.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import Any

import grimp
from importlinter.api import read_configuration
from importlinter.application.use_cases import _register_contract_types
from importlinter.application.user_options import UserOptions
from importlinter.domain.contract import registry

Plant = tuple[str, str, str]  # the contracts that it breaks, the file, the line


class Contracts:
    """The contracts by their names."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.session = settings["session_options"]
        self.by_id = {each["id"]: each for each in settings["contracts_options"]}
        _register_contract_types(UserOptions(self.session, settings["contracts_options"]))

    def broken(self, graph: grimp.ImportGraph, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if not self._is_kept(deepcopy(graph), id)]

    def _is_kept(self, graph: grimp.ImportGraph, id: str) -> bool:
        told = self.by_id[id]
        kind = registry.get_contract_class(told["type"])
        contract = kind(name=id, session_options=self.session, contract_options=told)
        return contract.check(graph, verbose=False).kept


def plant(number: int, plant: Plant) -> list[str]:
    """Write a plant to files of its own, or to the end of one that is there; answers their modules."""
    contracts, where, line = plant
    path = Path(where)
    if path.exists():
        path.write_text(f"{path.read_text('utf-8')}\n{line}\n", encoding="utf-8")
        return [_module(path)]
    path = path.with_stem(f"{path.stem}_{number}")
    path.write_text(line.replace("planted_behind", f"behind_{number}"), encoding="utf-8")
    if "planted_behind" not in line:
        return [_module(path)]
    package = Path(*line.split()[1].split(".")[:-1])
    behind = package / f"behind_{number}.py"
    behind.write_text(f"import {_module(path)}" if contracts == "cycles" else "", encoding="utf-8")
    return [_module(path), _module(behind)]


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


def with_planted(
    plain: grimp.ImportGraph, full: grimp.ImportGraph, modules: Iterable[str]
) -> grimp.ImportGraph:
    """The plain tree and what stands in these modules."""
    graph = deepcopy(plain)
    for module in modules:
        graph.add_module(module)
        for imported in full.find_modules_directly_imported_by(module):
            if imported not in graph.modules:
                graph.add_module(imported, is_squashed=full.is_module_squashed(imported))
            graph.add_import(importer=module, imported=imported)
    return graph


def main(plants: Sequence[Plant]) -> dict[str, Any]:
    """Which contracts break: with nothing planted, with each plant alone, and with all that name others."""
    contracts = Contracts(read_configuration("pyproject.toml"))

    def read() -> grimp.ImportGraph:
        packages = contracts.session["root_packages"]
        return grimp.build_graph(*packages, include_external_packages=True, cache_dir=None)

    plain = read()
    modules = [plant(number, each) for number, each in enumerate(plants)]
    full = read()
    named = [each[0].split() for each in plants]
    alone = [
        contracts.broken(with_planted(plain, full, own), ids)
        for own, ids in zip(modules, named, strict=True)
    ]
    by_others = []
    for id in contracts.by_id:
        others = [own for own, ids in zip(modules, named, strict=True) if id not in ids]
        by_others += contracts.broken(with_planted(plain, full, chain(*others)), [id])
    return {
        "unplanted": contracts.broken(plain, contracts.by_id),
        "alone": alone,
        "by_others": by_others,
        "modules": modules,
    }


if __name__ == "__main__":
    json.dump(main([tuple(each) for each in json.load(sys.stdin)]), sys.stdout)
