"""Everything that knows German: the pipeline, boundaries, protected spans, lexicon."""
