"""A line of a reference document into the endpoint, client call or page field it states."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urlsplit

from fixer.contract.inference import of_query_value, of_type_name
from fixer.contract.model import ANY, In, Parameter, Schema

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_ONE_METHOD = "|".join(METHODS)
_PATH = r"(?:https?://[^\s/`'\"]+|\{\{?\w*(?:url|URL|host|HOST)\w*\}?\})?/[^\s`'\"|,;()\]]*(?:\[\w+\][^\s`'\"|,;()]*)*"
_ENDPOINT = re.compile(
    rf"(?:^|(?<=[\s`*(|:\[]))(?P<methods>(?:{_ONE_METHOD})(?:\s*(?:,|/|\||and|or)\s*(?:{_ONE_METHOD}))*)"
    rf"[\s`*:|]+(?P<path>{_PATH})"
)
_BARE_PATH = re.compile(rf"[\s`*]*(?P<path>{_PATH})")
_ONLY_METHOD = re.compile(rf"\W*(?P<method>{_ONE_METHOD})\b\W*(?:request\W*)?\Z")
_ARROW = r"\s*`?\s*(?:→|->|=>|⇒|➜|⟶|—>)\s*`?\s*"
_USE = re.compile(
    rf"(?P<function>[A-Za-z_$][\w$]*)\s*\((?P<arguments>[^()]*)\){_ARROW}(?:(?P<method>{_ONE_METHOD})\s+)?`?(?P<path>{_PATH})?"
)
_FIELD = re.compile(
    r"[`\s]*(?P<variable>[A-Za-z_$][\w$]*)(?:\[\w*\])?(?:\?)?\.(?P<path>[A-Za-z_$][\w$]*(?:(?:\[\w*\])?\??\.[A-Za-z_$][\w$]*)*)(?:\[\w*\])?"
    r"[`;]*\s*(?:\Z|(?://|#|--|[-–—(:,])\s*(?P<comment>.*))",
    re.DOTALL,
)
_FILE_ENDING = re.compile(r"\.(?:tsx?|jsx?|vue|svelte|py|json|md|css|html)\Z")
_PAGE = re.compile(
    r"\W*(?:(?:[Pp]age|[Cc]omponent|[Ss]creen|[Vv]iew)\s*:?\s+)?(?:[\w./-]*/)?(?P<name>[A-Z]\w*?)"
    r"(?P<extension>\.(?:tsx|jsx|vue|svelte|component\.ts))?(?:\s+[Pp]age)?\W*\Z"
)
_PARAMETER = re.compile(
    r"\{+(?P<braces>[\w-]+)(?::(?P<type>\w+))?\}+|<(?:(?P<converter>\w+):)?(?P<angle>[\w-]+)>"
    r"|(?<=/):(?P<colon>\w+)|\$\{(?P<dollar>[\w.]+)\}|\[(?P<square>\w+)\]"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A path as written, made a template, with what it says of its parameters."""

    path: str
    parameters: tuple[Parameter, ...]
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`GET /x/{id}` found in a line; `rest` is the text behind it."""

    methods: tuple[str, ...]
    target: Target
    rest: str


@dataclass(frozen=True, slots=True)
class Use:
    """`getX(id) → [METHOD] /x/`; `method` None where the line doesn't say it."""

    function: str
    method: str | None
    target: Target


@dataclass(frozen=True, slots=True)
class FieldLine:
    """`creditBalance.credits // NOT balance`."""

    variable: str
    path: str
    comment: str


def target(written: str) -> Target:
    """The path template and parameters of a path or URL as people write them."""
    written = written.strip("`*").rstrip(".,:;")
    if written.endswith(">") and "<" not in written:
        written = written[:-1]
    mark = written.find("?")
    path, query = (written, "") if mark < 0 else (written[:mark], written[mark + 1 :])
    path = re.sub(r"^(?:https?://[^/]*|\{\{?\w+\}?\}(?=/.*/))", "", path).partition("#")[0]
    parameters: list[Parameter] = []

    def template(match: re.Match[str]) -> str:
        names = ("braces", "angle", "colon", "dollar", "square")
        name = next(match[n] for n in names if match[n]).rpartition(".")[2]
        kind = match["type"] or match["converter"]
        schema = of_type_name(kind) if kind else of_type_name(name) if name == "uuid" else None
        parameters.append(Parameter(name, In.PATH, schema or ANY, required=True))
        return "{" + name + "}"

    path = _PARAMETER.sub(template, path)
    return Target(path, (*parameters, *query_parameters(query)))


def query_parameters(query: str) -> tuple[Parameter, ...]:
    """The parameters of a query string, typed by their examples."""
    pairs = parse_qsl(query.lstrip("?&").strip("`[]{} "), keep_blank_values=True)
    names = dict.fromkeys(name.strip("[]{} ") for name, _ in pairs)
    values = {name.strip("[]{} "): value for name, value in pairs}
    return tuple(
        Parameter(name, In.QUERY, of_query_value(values[name]))
        for name in names
        if re.fullmatch(r"[\w.\-\[\]]+", name)
    )


def endpoint(text: str) -> Endpoint | None:
    """The first endpoint with its method that `text` states."""
    match = _ENDPOINT.search(text)
    if not match:
        return None
    methods = tuple(re.findall(_ONE_METHOD, match["methods"]))
    return Endpoint(methods, target(match["path"]), text[match.end() :].strip("`* "))


def bare_path(text: str) -> Endpoint | None:
    """The path that `text` opens with, without a method."""
    match = _BARE_PATH.match(text)
    if not match or not re.search(r"\w", match["path"]):
        return None
    return Endpoint((), target(match["path"]), text[match.end() :].strip("`* "))


def only_method(text: str) -> str | None:
    """The method that is all `text` says."""
    match = _ONLY_METHOD.match(text)
    return match["method"] if match else None


def all_methods(text: str) -> tuple[str, ...]:
    """The methods that are all `text` says: `GET | DELETE`."""
    names = re.findall(r"\w+", text)
    return tuple(dict.fromkeys(names)) if names and set(names) <= set(METHODS) else ()


def uses(text: str, known: frozenset[str]) -> tuple[Use, ...]:
    """Every `function(…) → path` in `text`, also where they run together on one line.

    `known`: the documented paths, which tell where a path ends that runs into the next name.
    """
    found: list[Use] = []
    position = 0
    while match := _USE.search(text, position):
        position = match.end()
        path = match["path"]
        if path is None:
            continue
        if re.match(r"\([^()]*\)" + _ARROW, text[position:]):
            path = _without_next_name(path, known)
            position = match.start("path") + len(path)
        found.append(Use(match["function"], match["method"], target(path)))
    return tuple(found)


def _without_next_name(path: str, known: frozenset[str]) -> str:
    """`/v1/x/getInvoices` -> `/v1/x/`: the longest documented path, else up to the last slash."""
    for length in range(len(path) - 1, 0, -1):
        if path[:length] in known and re.match(r"[A-Za-z_$]", path[length]):
            return path[:length]
    if query := re.match(r"[^?]*\?(?:[\w-]+=\d+&)*[\w-]+=\d+(?=[A-Za-z])", path):
        return query.group()
    return path[: path.rindex("/") + 1]


def field_line(text: str) -> FieldLine | None:
    """The page field that `text` is about, if it opens with a dotted name."""
    match = _FIELD.match(text)
    if not match or _FILE_ENDING.search(match[0].split()[0].strip("`,;:")):
        return None
    path = re.sub(r"\[\w*\]|\?", "", match["path"])
    return FieldLine(match["variable"], path, (match["comment"] or "").strip())


def field_list(text: str) -> Iterator[FieldLine]:
    """The fields of a list on one line: `todo.title (not name), todo.due`."""
    for match in re.finditer(r"([A-Za-z_$][\w$]*)\.([\w$.]*[\w$])(?:\s*\(([^()]*)\))?", text):
        yield FieldLine(match[1], match[2], match[3] or "")


def page_name(text: str) -> str | None:
    """The page component that a heading names, without its extension."""
    match = _PAGE.match(text)
    if not match:
        return None
    name = match["name"]
    is_component = match["extension"] or re.search(r"[a-z](?:Page|View|Screen|Component)\Z", name)
    return name if is_component else None


@dataclass(frozen=True, slots=True)
class Request:
    """An example request: what it sends to where."""

    method: str
    target: Target
    body: str | None


def split_url(url: str) -> SplitResult | None:
    """The URL's parts; None for what can't be one (`http://[`)."""
    try:
        parts = urlsplit(url)
        return parts if parts.hostname or not parts.netloc else None
    except ValueError:
        return None


def _request_uri(parts: SplitResult) -> str:
    return parts.path + ("?" + parts.query if parts.query else "")


_HTTP = re.compile(
    rf"\s*(?P<method>{_ONE_METHOD})\s+(?P<url>\S+)(?:\s+HTTP/[\d.]+)?\s*$", re.MULTILINE
)


def curl_request(code: str) -> Request | None:
    """The request that a curl command makes."""
    try:
        words = shlex.split(code.replace("\\\n", " "), comments=True)
    except ValueError:
        return None
    words = [word for word in words if word != "$"]
    if not words or words[0] != "curl":
        return None
    method, url, body = None, None, None
    rest = iter(words[1:])
    for word in rest:
        if word in ("-X", "--request"):
            method = next(rest, "GET").upper()
        elif word in ("-d", "--data", "--data-raw", "--data-binary", "--json"):
            body = next(rest, None)
        elif word in (
            "-H",
            "--header",
            "-u",
            "--user",
            "-o",
            "--output",
            "-F",
            "--form",
            "-b",
            "-A",
        ):
            next(rest, None)
        elif not word.startswith("-") and url is None:
            url = word
    parts = split_url(url) if url else None
    if parts is None or not parts.path or method not in (None, *METHODS):
        return None
    full = target(_request_uri(parts))
    return Request(method or ("POST" if body else "GET"), full, body)


def http_request(code: str) -> Request | None:
    """The request that an `http` block shows: its line, and the body behind the empty line."""
    match = _HTTP.match(code)
    if not match:
        return None
    head, _, body = code.partition("\n\n")
    url = split_url(match["url"]) if "://" in match["url"] else None
    written = match["url"] if url is None else _request_uri(url)
    if not written.startswith("/") or head.count("HTTP/") > 1:
        return None
    return Request(match["method"], target(written), body.strip() or None)


def parameter_line(text: str) -> Iterator[Parameter]:
    """The query parameters a line names: `?days=30&x=1`, `days (integer)`, `a, b`."""
    text = re.sub(r"^(?:required|optional):?\s*(?=[`\w])", "", text.strip(), flags=re.IGNORECASE)
    text = text.strip("`")
    if text.startswith(("?", "&")) or re.match(r"[\w-]+=", text):
        yield from query_parameters(text.split()[0].strip("`"))
        return
    match = re.match(
        r"`?(?P<name>[\w\-\[\].]+)`?(?:\s*=\s*`?(?P<value>[^\s`,]+)`?)?(?P<rest>.*)",
        text,
        re.DOTALL,
    )
    if not match or match["name"].lower() in ("none", "n", "no"):
        return
    rest = match["rest"]
    if re.fullmatch(r"(?:`?\s*,\s*`?[\w\-]+)+`?\s*", rest):
        for name in re.findall(r"[\w\-]+", text):
            yield Parameter(name, In.QUERY, ANY)
        return
    if rest.strip() and not re.match(r"\s*(?:[(:–—\-,=]|$)", rest):
        return
    schema = of_query_value(match["value"]) if match["value"] else typed(rest)
    yield Parameter(match["name"], In.QUERY, schema, required=is_required(rest))


def typed(text: str) -> Schema:
    """The first type that `text` names."""
    for word in re.findall(r"[A-Za-z][\w-]*(?:\[\])?", text):
        if schema := of_type_name(word):
            return schema
    return ANY


def is_required(text: str) -> bool:
    """Whether a note says `required`, and doesn't say `not required`."""
    return bool(re.search(r"(?<!not )\brequired\b", text, re.IGNORECASE))
