"""Reads what a client sent: JSON, a form or multipart, into one kind of bag with typed getters.

It must not know methods; it only says in Telegram's words that a value is not of its type.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message as Headers
from typing import cast
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.demo.api_methods import Parameter
from bot.demo.refusals import ApiRefusal, bad_request
from conversations.session import Json


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bag:
    """The parameters of one call. Getters return None for what is not there."""

    values: Mapping[str, Json]
    files: Mapping[str, Upload] = field(default_factory=dict[str, Upload])

    def text(self, name: str) -> str | None:
        """Return a string; numbers are spelled out, as a form would have them."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise ill_typed(name, "String")

    def whole(self, name: str) -> int | None:
        """Return an integer, given as a number or as digits."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and value.removeprefix("-").isdigit():
            return int(value)
        raise ill_typed(name, "Integer")

    def number(self, name: str) -> float | None:
        """Return a number."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            try:
                return float(value)
            except ValueError:
                pass
        raise ill_typed(name, "Float")

    def flag(self, name: str) -> bool:
        """Return a boolean; absent is False."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value.lower() in {"true", "yes", "1"}
        return bool(value)

    def structure(self, name: str) -> Json:
        """Return a nested value, given as JSON itself or as a string of JSON."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value:
            return None if value == "" else value
        try:
            return _loads(value)
        except ValueError:
            what = name.replace("_", " ").replace("reply markup", "reply keyboard markup")
            raise bad_request(f"can't parse {what} JSON object") from None

    def listed(self, name: str) -> list[Json] | None:
        """Return an array."""
        value = self.structure(name)
        if value is None or isinstance(value, list):
            return value
        raise ill_typed(name, "Array")

    def check(self, parameters: Mapping[str, Parameter]) -> None:
        """Raise Telegram's 400 if a known parameter has a value of the wrong type."""
        for name, parameter in parameters.items():
            if self.values.get(name) is None:
                continue
            if parameter.types == ("Integer",):
                self.whole(name)
            elif parameter.types == ("String",):
                self.text(name)
            elif parameter.types[0].startswith("Array"):
                self.listed(name)


def _loads(source: str) -> Json:
    value = cast(Json, json.loads(source))
    if "\\ud" in source.lower():
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:  # half of a surrogate pair
            raise bad_request("strings must be encoded in UTF-8") from None
    return value


def ill_typed(name: str, expected: str) -> ApiRefusal:
    """Return the 400 for a value of the wrong type."""
    if name == "message_id":
        return bad_request("message identifier is not specified")
    return bad_request(f'invalid parameter "{name}": expected {expected}')


async def read_bag(request: Request) -> Bag:
    """Return query string and body of `request` as one bag; raise 400 for an unreadable body."""
    values: dict[str, Json] = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if not body:
        return Bag(values)
    if kind == "application/json":
        try:
            parsed = _loads(body.decode())
        except ValueError:
            raise bad_request("can't parse request body as JSON") from None
        if not isinstance(parsed, dict):
            raise bad_request("object expected as request body")
        values.update(parsed)
    elif kind == "application/x-www-form-urlencoded":
        values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "multipart/form-data":
        _parts(body, request.headers["content-type"], values, files)
    else:
        raise bad_request(f"unsupported content type {kind}")
    return Bag(values, files)


def _parts(
    body: bytes, content_type: str, values: dict[str, Json], files: dict[str, Upload]
) -> None:
    outer = Headers()
    outer["content-type"] = content_type
    boundary = str(outer.get_param("boundary", "")).encode()
    if not boundary:
        raise bad_request("boundary of multipart/form-data not found")
    for chunk in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        if chunk.startswith(b"--"):
            break
        raw, _, content = chunk.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = Headers()
        for line in raw.decode("utf-8", "replace").split("\r\n"):
            name, _, value = line.partition(":")
            headers[name.strip()] = value.strip()
        field_name = headers.get_param("name", "", "content-disposition")
        filename = headers.get_filename()
        if filename is None:
            values[str(field_name)] = content.decode("utf-8", "replace")
        else:
            mime = headers.get_content_type() if "content-type" in headers else ""
            files[str(field_name)] = Upload(filename, mime, content)
