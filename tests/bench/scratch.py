"""A database of its own for one run, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import getpid
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit


@contextmanager
def scratch_database(database: str, folder: Path) -> Iterator[str]:
    """The address of an empty database."""
    if database == "sqlite" or database.startswith("sqlite:"):
        yield f"sqlite:///{folder / 'bench.sqlite3'}"
        return
    import psycopg
    from psycopg import sql

    name = f"appoint_bench_{getpid()}"
    with psycopg.connect(database, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlunsplit(urlsplit(database)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(database, autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
