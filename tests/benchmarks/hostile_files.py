"""Import a folder of files that are broken or made to harm, and account for every one of them.

python tests/benchmarks/hostile_files.py --files 300

Pictures and videos with flipped bits, cut off, with wrong headers, endings and giant dimensions; playlists and
archives under a video's name; empty and huge files, pipes, sockets, devices, folders named as pictures; links in
circles; names in NFD, of 255 bytes and of no encoding. The import runs as the window's does. Every file has to be a
source of frames or a failure of the case, the links counted and the rest left out by their endings; a crash or a hang
ends the command.
"""

import argparse
import io
import json
import os
import socket
import stat
import struct
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from import_child import new_case, run_import
from PIL import Image

from engine.gallery.gallery import Gallery
from engine.imaging import stills, video

PICTURES = {"jpg": "JPEG", "png": "PNG", "bmp": "BMP", "tif": "TIFF", "webp": "WEBP", "gif": "GIF"}
VIDEOS = {"avi": "MJPG", "mp4": "mp4v", "mkv": "mp4v"}
HUGE_BYTES = stills.MAX_BYTES + 1
PLAYLISTS = (
    b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    b"ffconcat version 1.0\nfile /etc/passwd\n",
    b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    b"PK\x03\x04" + bytes(60),
)

Mutation = Callable[[bytes, Random], bytes]


def flipped(data: bytes, random: Random) -> bytes:
    """Return the file with up to forty bits turned."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 40)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut_off(data: bytes, random: Random) -> bytes:
    """Return the beginning of the file."""
    return data[: random.randrange(1, len(data))]


def wrong_header(data: bytes, random: Random) -> bytes:
    """Return the file with other first bytes."""
    length = random.randrange(4, 64)
    return random.randbytes(length) + data[length:]


def noise(data: bytes, random: Random) -> bytes:
    """Return bytes that mean nothing."""
    return random.randbytes(len(data))


def with_giant_numbers(data: bytes, random: Random) -> bytes:
    """Return the file with a run of bytes of the first kilobyte set to the largest numbers."""
    start = random.randrange(8, min(len(data), 1024))
    return data[:start] + b"\xff" * 8 + data[start + 8 :]


MUTATIONS: tuple[Mutation, ...] = (flipped, cut_off, wrong_header, noise, with_giant_numbers)


def sound_files(folder: Path) -> dict[str, bytes]:
    """Return a picture or video of each kind, by its ending."""
    pixels = np.random.default_rng(1).integers(0, 255, (64, 48, 3), dtype=np.uint8)
    files = {}
    for ending, format_ in PICTURES.items():
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, format_)
        files[ending] = buffer.getvalue()
    for ending, codec in VIDEOS.items():
        path = folder / f"sound.{ending}"
        writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*codec), 10, (64, 48))
        for number in range(12):
            writer.write(np.roll(pixels, number, axis=0)[:48, :, :].repeat(2, axis=1)[:, :64])
        writer.release()
        files[ending] = path.read_bytes()
        path.unlink()
    return files


def giant_png(width: int, height: int) -> bytes:
    """Return a PNG that claims to be of this size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(bytes(1000))
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, body))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def write_odd_files(folder: Path, sound: dict[str, bytes]) -> None:
    """Write what comes once: names, links, pipes, sizes, endings."""
    names = (b"z\xfcrich.jpg", b"\xff\xfe.png", b"k\xfcche.avi", "a\u0308.jpg".encode(), "a\u0308.mp4".encode())
    names += (
        b"x" * 251 + b".jpg",
        b"y" * 251 + b".avi",
        b"line\nbreak.jpg",
        b"'; DROP TABLE frame; --.png",
        b"%s %d.avi",
    )
    for name in names:
        ending = name.rsplit(b".", 1)[1].decode()
        (folder / os.fsdecode(name)).write_bytes(sound[ending])
    for place, text in enumerate(PLAYLISTS):
        for ending in ("mp4", "avi", "jpg"):
            (folder / f"list{place}.{ending}").write_bytes(text)
    for ending, other in (
        ("jpg", "mp4"),
        ("mp4", "jpg"),
        ("avi", "png"),
        ("png", "avi"),
        ("gif", "mkv"),
        ("jpg", "png"),
    ):
        (folder / f"{ending} as.{other}").write_bytes(sound[ending])
    for ending in (*PICTURES, *VIDEOS):
        (folder / f"empty.{ending}").write_bytes(b"")
        (folder / f"zeros.{ending}").write_bytes(bytes(5_000))
    for place, size in enumerate(((1_000_000, 1_000_000), (2**31 - 1, 1), (60_000, 60_000), (0, 0))):
        (folder / f"giant{place}.png").write_bytes(giant_png(*size))
    with (folder / "huge.jpg").open("wb") as file:
        file.truncate(HUGE_BYTES)  # takes no room on most disks
    write_special_files(folder)


def write_special_files(folder: Path) -> None:
    """Write what is no file, as far as the system lets us."""
    for ending in ("jpg", "avi"):
        os.mkfifo(folder / f"pipe.{ending}")
        (folder / f"folder.{ending}").mkdir()
        (folder / f"round.{ending}").symlink_to(folder / f"round.{ending}")
        (folder / f"up.{ending}").symlink_to(folder, target_is_directory=True)
        with socket.socket(socket.AF_UNIX) as open_socket:
            before = Path.cwd()
            os.chdir(folder)  # a socket's path has to be short
            open_socket.bind(f"socket.{ending}")
            os.chdir(before)
        try:
            os.mknod(folder / f"zero.{ending}", stat.S_IFCHR | 0o600, os.makedev(1, 5))  # without an end
        except PermissionError:
            continue


def write_hostile_files(folder: Path, count: int, seed: int) -> None:
    """Write so many files into a folder, and into some below it."""
    random = Random(seed)
    sound = sound_files(folder)
    write_odd_files(folder, sound)
    left = count - sum(not path.is_dir() for path in folder.iterdir())
    for number in range(left):
        ending = random.choice((*PICTURES, *VIDEOS, "jpg", "avi", "mp4"))
        mutation = MUTATIONS[number % len(MUTATIONS)]
        below = folder / f"camera {number % 3}"
        below.mkdir(exist_ok=True)
        (below / f"{number:03} {mutation.__name__}.{ending}").write_bytes(mutation(sound[ending], random))


def accounted(case: Path, folder: Path) -> dict[str, object]:
    """Return how many files became what, and which of them nothing is known of."""
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.damage() == gallery.crop_store.damage() == []
        taken = {path for source in gallery.sources() for path, _, _ in gallery.imported_frames(source.id)}
        failed = {row.path for row in gallery.failures()}
    files = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    links = {path for path in files if path.is_symlink()}
    known = stills.SUFFIXES | video.SUFFIXES
    left_out = {path for path in files if path.suffix.lower() not in known}
    lost = sorted(map(ascii, set(files) - taken - failed - links - left_out))
    return {
        "files": len(files),
        "with_frames": len(taken),
        "failed": len(failed),
        "both": len(taken & failed),  # videos of which a part came
        "links": len(links),
        "unaccounted": lost,
    }


def main() -> None:
    """Print one JSON object; end with 1 where a file is lost or the import did not come to its end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--detector", default="hog")
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()
    with TemporaryDirectory(prefix="bolo-hostile-") as name:
        folder, case = Path(name) / "footage", new_case(Path(name) / "hostile.bolo")
        folder.mkdir()
        write_hostile_files(folder, args.files, args.seed)
        began = time.monotonic()
        ended = run_import(case, [folder], "--detector", args.detector)
        found = {"exit_code": ended.code, "seconds": round(time.monotonic() - began, 1), **accounted(case, folder)}
    json.dump(found | {"last": ended.last if ended.code else {}}, sys.stdout, indent=2)
    sys.stdout.write("\n")
    sys.exit(1 if ended.code or found["unaccounted"] else 0)


if __name__ == "__main__":
    main()
