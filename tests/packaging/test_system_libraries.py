"""Which parts of the system Qt lacks, found by asking the dynamic linker."""

import sys

import pytest


@pytest.fixture
def libraries(packaging_dir):
    import system_libraries

    return system_libraries


def test_what_does_not_load_is_missing(libraries, tmp_path):
    (tmp_path / "a.ttf").touch()
    missing = libraries.missing_parts(lambda name: "xcb" not in name, [str(tmp_path)])
    assert missing and all("xcb" in part.name for part in missing)
    assert all(part.for_display_only for part in missing)


def test_a_system_without_fonts_gets_one(libraries, tmp_path):
    (tmp_path / "readme.txt").touch()
    assert libraries.missing_parts(lambda _: True, [str(tmp_path)]) == (libraries.A_FONT,)


def test_fonts_are_found_in_sub_folders(libraries, tmp_path):
    (tmp_path / "truetype" / "sans").mkdir(parents=True)
    (tmp_path / "truetype" / "sans" / "Sans.TTF").touch()
    assert libraries.has_fonts([str(tmp_path)])


def test_a_library_that_does_not_exist_does_not_load(libraries):
    assert not libraries.can_load("libno-such-library.so.99")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for a library of Linux")
def test_the_c_library_loads(libraries):
    assert libraries.can_load("libc.so.6")


def test_packages_come_once_and_sorted(libraries):
    parts = [libraries.SystemPart("b.so", "libb"), libraries.SystemPart("a.so", "liba"), libraries.A_FONT]
    assert libraries.apt_packages([*parts, *parts]) == ("fonts-dejavu-core", "liba", "libb")
