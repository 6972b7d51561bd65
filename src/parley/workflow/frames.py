"""Messages over a pipe: eight bytes of length, then as many bytes."""

from __future__ import annotations

from typing import BinaryIO

_LENGTH_BYTES = 8


def send(stream: BinaryIO, *messages: bytes) -> None:
    """Write messages and let none of them wait. Raises OSError when nobody reads the pipe any more."""
    for message in messages:
        stream.write(len(message).to_bytes(_LENGTH_BYTES, "big"))
        stream.write(message)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> bytes:
    """The next message.

    Raises EOFError when the pipe ends before it does, and OverflowError when it is longer than ``most`` bytes.
    """
    length = int.from_bytes(_exactly(stream, _LENGTH_BYTES), "big")
    if length > most:
        raise OverflowError(f"a message of {length:,} bytes, more than {most:,}")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("the pipe has ended")
    return data
