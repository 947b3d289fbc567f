"""A photograph loses what the phone wrote into it, and nothing of the picture."""

import pytest

from navmark.foundation.attachments.broken import Broken
from navmark.foundation.attachments.heic import heic_without_traces
from navmark.foundation.attachments.photographs import jpeg_without_traces, png_without_traces
from navmark.foundation.attachments.tests.photographs import FILM, PIXELS, TILE, a_heic, a_jpeg, a_png, exif, segment


def test_a_jpeg_loses_place_moment_device_comments_and_the_film_behind_it():
    clean = jpeg_without_traces(a_jpeg())

    for trace in (b"GPS", b"Fone", b"2026:11:20", b"ns.adobe.com", b"MPF", b"Photoshop", b"comment", FILM):
        assert trace in a_jpeg() and trace not in clean


def test_a_jpeg_keeps_the_picture_its_colours_and_both_scans():
    clean = jpeg_without_traces(a_jpeg())

    assert clean.startswith(b"\xff\xd8\xff\xe0") and clean.endswith(PIXELS + b"\xff\xff\xd9")  # a filler is pixels to us
    assert clean.count(PIXELS) == 2
    for needed in (b"JFIF\0", b"ICC_PROFILE\0\1\1profile", b"Adobe\0", segment(0xDB, b"\0" + b"\x10" * 64)):
        assert needed in clean


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_picture_that_was_held_upright_does_not_lie_down(orientation, order):
    clean = jpeg_without_traces(a_jpeg(orientation, order=order))

    assert clean.count(b"Exif\0\0") == 1
    assert clean == jpeg_without_traces(clean)
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01" + bytes([0, orientation]) in clean


@pytest.mark.parametrize("said", [1, 0, 9])
def test_a_camera_that_stood_straight_or_says_nonsense_leaves_no_exif(said):
    assert b"Exif" not in jpeg_without_traces(a_jpeg(said))


@pytest.mark.parametrize("directory", [b"", b"MM\0*", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff"])
def test_an_exif_that_leads_nowhere_is_left_out(directory):
    content = a_jpeg().replace(exif(6), segment(0xE1, b"Exif\0\0" + directory))

    assert b"Exif" not in jpeg_without_traces(content)


@pytest.mark.parametrize("end", [2, 3, 5, 30, 200, 400])
def test_a_jpeg_that_breaks_off_is_broken(end):
    with pytest.raises(Broken):
        jpeg_without_traces(jpeg_without_traces(a_jpeg())[:-2][:end])


@pytest.mark.parametrize("rest", [b"\xff\xe1\0\0\xff\xd9", b"\xff\xe1\0\1\xff\xd9", b"no marker", b"\xff" * 99])
def test_a_jpeg_of_nonsense_is_broken(rest):
    with pytest.raises(Broken):
        jpeg_without_traces(b"\xff\xd8" + rest)


def test_a_png_loses_its_texts_its_moment_and_what_hangs_behind_it():
    clean = png_without_traces(a_png())

    assert b"GPS" in a_png() and b"tIME" in a_png()
    assert not [trace for trace in (b"GPS", b"tEXt", b"iTXt", b"eXIf", b"tIME", FILM) if trace in clean]
    assert all(name in clean for name in (b"IHDR", b"gAMA", b"IDAT", b"IEND"))
    assert png_without_traces(clean) == clean


def test_a_png_that_breaks_off_is_broken():
    clean = png_without_traces(a_png())

    for end in (8, 20, len(clean) - 1):
        with pytest.raises(Broken):
            png_without_traces(clean[:end])


def test_a_heic_loses_place_and_device_where_they_stand_and_keeps_its_tiles():
    clean = heic_without_traces(a_heic())

    assert b"GPS" in a_heic() and b"GPS" not in clean and b"Fone" not in clean
    assert TILE in clean and len(clean) == len(a_heic())
    assert heic_without_traces(clean) == clean


@pytest.mark.parametrize("end", [4, 40, 100, 150])
def test_a_heic_that_breaks_off_is_refused(end):
    with pytest.raises(Broken):
        heic_without_traces(a_heic()[:end])
