"""A pristine checkout → a tree with libraries for the compiler, a bare scratch for fixer."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import BenchError, Frontend

IDENTITY = ("-c", "user.name=bench", "-c", "user.email=bench@localhost")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one frontend below the bench's work folder.

    `tree`: the sources with `node_modules`, read by the compiler. `scratch`: the same sources
    without libraries, which fixer edits and git reverts.
    """

    home: Path

    @property
    def tree(self) -> Path:
        return self.home / "tree"

    @property
    def scratch(self) -> Path:
        return self.home / "scratch"

    def reset(self) -> None:
        """Gives the scratch its first bytes back."""
        _git(self.scratch, "checkout", "-q", "--", ".")
        _git(self.scratch, "clean", "-qfd")

    def restore(self) -> None:
        """Gives the tree its first bytes back, should a measure have been stopped."""
        _git(self.tree, "checkout", "-q", "--", ".")

    def changed(self) -> tuple[str, ...]:
        """The files of the scratch that differ from the checkout, relative names."""
        listed = _git(self.scratch, "diff", "--name-only", "-z")
        return tuple(name for name in listed.split("\0") if name)


def prepare(frontend: Frontend, source: Path, work: Path, *, install: bool) -> Workspace:
    """Makes what is missing: copies the checkout, installs libraries without their scripts."""
    workspace = Workspace(work / frontend.slug)
    if not workspace.tree.is_dir():
        workspace.home.mkdir(parents=True, exist_ok=True)
        shutil.copytree(
            source,
            workspace.tree,
            ignore=shutil.ignore_patterns(".git", "node_modules"),
            ignore_dangling_symlinks=True,
        )
    if not (workspace.tree / ".git").exists():
        _commit(workspace.tree)
    if not workspace.scratch.is_dir():
        _git(workspace.home, "clone", "-q", "tree", "scratch")
    if install:
        _install(workspace.tree / frontend.install)
    return workspace


def compiler_modules(work: Path) -> Path:
    """The folder where TypeScript and Volar are installed, as `package.json` here asks."""
    folder = work / "compiler"
    if not (folder / "node_modules" / "typescript").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(__file__).parent / "package.json", folder)
        _npm(folder, "install")
    return folder


def _commit(tree: Path) -> None:
    _git(tree, "init", "-q")
    (tree / ".git" / "info" / "exclude").write_text("node_modules/\n")
    # What the project ignores may be tracked there all the same, as a generated client's index.
    _git(tree, "add", "-A", "-f", "--", ".", ":(exclude,glob)**/node_modules/**")
    _git(tree, *IDENTITY, "commit", "-q", "-m", "checkout")


def _install(folder: Path) -> None:
    if (folder / "node_modules").is_dir():
        return
    verb = "ci" if (folder / "package-lock.json").exists() else "install"
    _npm(folder, verb, "--legacy-peer-deps")


def _npm(folder: Path, verb: str, *flags: str) -> None:
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock")
    command = ["npm", verb, *(quiet if verb == "install" else quiet[:3]), *flags]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(
            f"{folder}: {' '.join(command)} failed; install there by hand, or pass --no-install\n"
            f"{done.stderr[-800:]}"
        )


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BenchError(f"{folder}: git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
