"""Paints a portrait, lit from the left."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, mix
from newsdesk.example.photographs.portraits.beards import BEARDS
from newsdesk.example.photographs.portraits.clothes import clothes
from newsdesk.example.photographs.portraits.face import DARK, Face
from newsdesk.example.photographs.portraits.features import ears, eyes, glasses, head, lips, model, neck, nose_and_mouth
from newsdesk.example.photographs.portraits.hair import HAIR, HAIR_BEHIND

_CLOSE = (104, 104, 696, 696)


def paint(face: Face, c: Canvas) -> Image.Image:
    """One portrait, lit from the left."""
    _wall(c, face)
    shade, light = mix(face.skin, (70, 24, 30), 0.42), mix(face.skin, (255, 240, 220), 0.35)
    if behind := HAIR_BEHIND.get(face.hair):
        c.shape(
            behind(c.pen()),
            ((0, mix(face.hair_colour, (255, 255, 255), 0.08)), (1, mix(face.hair_colour, DARK, 0.5))),
            1,
        )
    c.shape(neck(c.pen()), ((0, shade), (0.4, mix(face.skin, shade, 0.6)), (1, face.skin)))
    clothes(c, face)
    c.shape(ears(c.pen(), face.width), mix(face.skin, shade, 0.5))
    c.shape(head(c.pen(), face.width), ((0, light), (0.4, face.skin), (1, mix(face.skin, shade, 0.35))))
    model(c, face, shade, light)
    eyes(c, face, shade)
    nose_and_mouth(c, face, shade, light)
    if beard := BEARDS.get(face.beard):
        c.shape(
            beard(c.pen(), face.width),
            ((0, mix(face.hair_colour, face.skin, 0.25)), (1, face.hair_colour)),
            3,
            0.92 if face.beard != "stubble" else 0.4,
        )
        c.shape(lips(c.pen()), face.lips, 1)
    if hair := HAIR.get(face.hair):
        c.shape(
            hair(c.pen(), face.width),
            (
                (0, mix(face.hair_colour, (255, 255, 255), 0.22)),
                (0.6, face.hair_colour),
                (1, mix(face.hair_colour, DARK, 0.35)),
            ),
            0.8,
        )
        _strands(c, face)
    if face.has_glasses:
        c.shape(glasses(c.pen()), (34, 30, 32), 0.4)
        c.shape(c.pen().line([(324, 372), (344, 350)], 4).line([(434, 372), (454, 350)], 4), (255, 255, 255), 1.5, 0.4)
    c.glow(300, 300, 330, (46, 40, 32))
    c.image = c.image.crop(_CLOSE).resize(c.size, Image.Resampling.LANCZOS)
    return c.develop(0.04, 0.3, 0.06, 0.5)


def _wall(c: Canvas, face: Face) -> None:
    c.fill(((0, face.wall[0]), (1, face.wall[1])))
    for _ in range(26):
        x, y = c.rng.uniform(0, 800), c.rng.uniform(0, 800)
        tone = mix(c.rng.choice(face.wall), c.rng.choice(((255, 255, 255), (0, 0, 0))), 0.14)
        slant = c.rng.uniform(-0.6, 0.2)
        c.shape(c.pen().line([(x, y), (x + 260, y + 260 * slant)], c.rng.uniform(30, 90)), tone, 12, 0.4)
    c.glow(220, 260, 420, mix(face.wall[0], (0, 0, 0), 0.55))
    c.texture(200, 200, 0.12, c.pen().box(0, 0, 800, 800))


def _strands(c: Canvas, face: Face) -> None:
    """A few lighter and darker strokes along the hair."""
    hair = HAIR[face.hair](c.pen(), face.width).stencil()
    if hair:
        c.roughen(90, 40 if face.hair == "curls" else 16, 0.22 if face.hair == "curls" else 0.45, hair)
