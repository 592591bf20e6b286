"""Pictures as cameras and agencies make them, full of what must not be passed on."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin, TiffImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from newsdesk.pictures.fields import iim
from newsdesk.pictures.formats import photoshop

KINDS = ("jpeg", "png", "webp", "avif", "tiff")
TELLTALES = (b"SECRET", b"50,27", b"50.45", b"Petrivska", b"GPSL", b"c2pa")  # none of it may be left anywhere
CREDIT = "Olena Koval / POOL / AFP via Getty Images"
CAPTION = "Рятувальники працюють на місці події"
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
EXIFTOOL = shutil.which("exiftool")

XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:drone="http://www.dji.com/drone-dji/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">
<rdf:Description rdf:about="" exif:GPSLatitude="50,27.0N" aux:SerialNumber="SECRET-1" photoshop:Headline="Після удару"
 xmpMM:DocumentID="SECRET-2" Iptc4xmpCore:Location="Petrivska 7" photoshop:City="Kyiv"
 drone:GpsLatitude="+50.45"
 Iptc4xmpExt:DigitalSourceType="{SOURCE_TYPE}" plus:DataMining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED">
<dc:description><rdf:Alt><rdf:li xml:lang="en">Rescuers at work</rdf:li>
<rdf:li xml:lang="x-default">{CAPTION}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Olena Koval</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© AFP</rdf:li></rdf:Alt></dc:rights>
<dc:subject><rdf:Bag><rdf:li>rescue</rdf:li><rdf:li>Kyiv</rdf:li></rdf:Bag></dc:subject>
<photoshop:Credit>POOL / AFP via Getty Images</photoshop:Credit>
<photoshop:DateCreated>2026-03-17T10:15:00+02:00</photoshop:DateCreated>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Two men lift a beam</rdf:li></rdf:Alt>
</Iptc4xmpCore:AltTextAccessibility>
<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><exif:GPSLatitude>50,27.0N</exif:GPSLatitude>
<Iptc4xmpExt:Sublocation>Petrivska 7</Iptc4xmpExt:Sublocation><Iptc4xmpExt:City>Kyiv</Iptc4xmpExt:City></rdf:li>
</rdf:Bag></Iptc4xmpExt:LocationCreated>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def scene(width: int = 480, height: int = 320) -> Image.Image:
    """Red above blue, with a white square in the top left corner to tell which way is up."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height // 2, width, height), fill=(30, 30, 200))
    draw.rectangle((0, 0, width // 8, height // 8), fill="white")
    return picture


def camera_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Artist], exif[Base.Make], exif[Base.Orientation] = "Camera Owner", "SECRET-make", orientation
    below = exif.get_ifd(IFD.Exif)
    below[Base.MakerNote], below[Base.BodySerialNumber] = b"SECRET-note", "SECRET-body"
    below[Base.CameraOwnerName], below[Base.ImageUniqueID] = "SECRET-owner", "SECRET-id"
    below[Base.DateTimeOriginal] = "2026:03:16 09:00:00"
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (50.0, 27.0, 0.0)
    place[GPS.GPSAreaInformation] = b"ASCII\x00\x00\x00SECRET-area"
    return exif


def datasets(*said: tuple[int, int, bytes]) -> bytes:
    return b"".join(
        bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value for record, number, value in said
    )


AGENCY_IIM = datasets(
    (1, 90, iim.UTF8),
    (2, 80, b"Someone Else"),
    (2, 92, b"Petrivska 7"),
    (2, 105, "Удар".encode()),
    (2, 110, b"Reuters"),
    (2, 118, b"SECRET-contact"),
)


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def box(type: bytes, body: bytes) -> bytes:
    return (8 + len(body)).to_bytes(4, "big") + type + body


def png_claiming(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of that size."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big") for kind, body in chunks
    )


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """The segments put right behind the start of the image."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind.upper(), **options)
    return out.getvalue()


def telltale(kind: str, orientation: int = 1, picture: Image.Image | None = None) -> bytes:
    """A picture of ``kind`` that says in every way it has who took it, where, and with what."""
    picture, exif = picture or scene(), camera_exif(orientation)
    if kind == "tiff":
        return _tiff(picture, exif)
    if kind == "png":
        said = PngImagePlugin.PngInfo()
        said.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        said.add_text("Comment", "SECRET-text")
        return saved(picture, kind, exif=exif, pnginfo=said) + b"SECRET-behind"
    data = saved(picture, kind, exif=exif, xmp=XMP)
    if kind == "avif":
        return data + box(b"uuid", b"SECRET-manifest c2pa") + box(b"free", b"SECRET-space")
    if kind == "jpeg":
        data = with_segments(
            data,
            segment(0xEB, b"JP\x00\x01 jumb c2pa SECRET-manifest"),
            segment(0xED, b"Photoshop 3.0\x00" + photoshop.resource(AGENCY_IIM)),
            segment(0xE2, b"FPXR\x00 SECRET-flash"),
            segment(0xFE, b"SECRET-comment"),
        )
        data += saved(scene(32, 32), "jpeg", exif=exif) + b"PK\x03\x04 SECRET-film"
    return data


def _tiff(picture: Image.Image, exif: Image.Exif) -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[Base.Artist], tags[Base.Make] = "Camera Owner", "SECRET-make"
    tags.tagtype[700], tags.tagtype[33723] = 1, 7
    tags[700], tags[33723] = XMP, AGENCY_IIM
    tags[IFD.GPSInfo] = dict(exif.get_ifd(IFD.GPSInfo))
    return saved(picture, "tiff", tiffinfo=tags)


def told_by_exiftool(data: bytes) -> str:
    """Everything exiftool can find, unknown tags and embedded files too; empty where it is not installed."""
    if not EXIFTOOL:
        return ""
    command = [EXIFTOOL, "-a", "-u", "-G1", "-ee3", "-s", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=False).stdout.decode(errors="replace")
