"""Trainings that overlap, side by side: on the screen and on paper."""

from datetime import datetime

from trainer_desktop.services.calendar.cards import BlockCard


def in_lanes(blocks: list[BlockCard]) -> list[tuple[BlockCard, int, int]]:
    """Each block with its lane and how many lanes its cluster has, so that none hides another."""
    result: list[tuple[BlockCard, int, int]] = []
    cluster: list[BlockCard] = []
    until: datetime | None = None

    def close() -> None:
        if len(cluster) == 1:  # most trainings overlap nothing
            result.append((cluster[0], 0, 1))
            return
        free: list[datetime] = []
        placed = []
        for one in cluster:
            lane = next((n for n, end in enumerate(free) if end <= one.starts), len(free))
            free[lane : lane + 1] = [one.ends]
            placed.append((one, lane))
        result.extend((one, lane, len(free)) for one, lane in placed)

    for block in sorted(blocks, key=lambda b: (b.column, b.starts, -b.minutes)):
        if cluster and (
            until is None or block.starts >= until or block.column != cluster[0].column
        ):
            close()
            cluster, until = [], None
        cluster.append(block)
        until = block.ends if until is None or block.ends > until else until
    if cluster:
        close()
    return result
