"""Measurements: what the samples give and how long it takes."""
