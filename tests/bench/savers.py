"""Several people saving at once: processes of their own, each a scorer who saves one sheet after another.

``python -m tests.bench.savers STAGE USER`` is one of them; it prints what it met as JSON.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter

SAVERS = 4
SHEETS_EACH = 60


@dataclass(frozen=True, slots=True)
class Saving:
    """``expected`` and ``stored`` count points; ``errors`` are answers that were no success."""

    savers: int
    saves: int
    errors: int
    expected: int
    stored: int
    median_ms: float
    slowest_ms: float

    @property
    def is_sound(self) -> bool:
        return not self.errors and self.stored == self.expected


def save_at_once(stage_id: int, user_ids: list[int], criteria: int) -> Saving:
    """Every scorer saves every sheet, all at the same time; then what is stored is counted."""
    from django.db import connections

    from recruitment.models import Score

    connections.close_all()
    running = [
        subprocess.Popen(  # noqa: S603 (this very module)
            [sys.executable, "-m", "tests.bench.savers", str(stage_id), str(user_id)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ,
        )
        for user_id in user_ids
    ]
    met = [json.loads(process.communicate()[0]) for process in running]
    times = [time for one in met for time in one["times"]]
    stored = Score.objects.filter(sheet__member__stage_id=stage_id, points=2).count()
    return Saving(
        savers=len(user_ids),
        saves=len(times),
        errors=sum(one["errors"] for one in met),
        expected=len(user_ids) * SHEETS_EACH * criteria,
        stored=stored,
        median_ms=median(times),
        slowest_ms=max(times),
    )


def save_all(stage_id: int, user_id: int) -> dict[str, object]:
    """Save every sheet of one scorer through the page's own address, all criteria with each."""
    from django.test import Client
    from django.urls import reverse

    from core.models import User
    from recruitment.models import Stage
    from recruitment.selectors.stages import get_frame, list_applications_of

    stage = Stage.objects.select_related("vacancy").get(pk=stage_id)
    data = {f"points-{row.pk}": "2" for row in get_frame(stage).rows}
    codes = list(list_applications_of(stage).order_by("pk").values_list("code", flat=True)[:SHEETS_EACH])
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    client.force_login(User.objects.get(pk=user_id))
    times, errors = [], 0
    for code in codes:
        address = reverse("recruitment:score-save", kwargs={"stage_id": stage_id, "code": code})
        started = perf_counter()
        errors += client.post(address, data).status_code != 200
        times.append((perf_counter() - started) * 1000)
    return {"times": times, "errors": errors}


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(save_all(int(sys.argv[1]), int(sys.argv[2]))))
