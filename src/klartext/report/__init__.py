"""What klartext found, written for people and for programs: one file per format."""

from klartext.report.formats import FORMATS, render
from klartext.report.options import RenderOptions

__all__ = ["FORMATS", "RenderOptions", "render"]
