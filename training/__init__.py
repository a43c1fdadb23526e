"""Recipe of the bundled German pipeline; not part of the installed package."""
