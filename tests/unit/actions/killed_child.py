"""A process of its own that makes a package, for a test that ends it without a warning: it waits with half of one."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from tests.store.building import plain_vault
from tests.unit.actions.acting import captured
from tests.worlds import begin, order


def main(folder: Path, what: str) -> None:
    with plain_vault(folder) as vault:
        case = begin(vault)
        captured(case)

        def wait_with_half_of_it(_done: int, _of: int) -> None:
            if any(path.stat().st_size for path in (folder / "ud").iterdir()):
                sys.stdout.write("half\n")
                sys.stdout.flush()
                time.sleep(60)

        act = hand_over if what == "package" else make_dossier
        act(case, order(), folder / "ud" / what, wait_with_half_of_it)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
