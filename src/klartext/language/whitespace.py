"""Keep tabs and line breaks out of the model's sight.

The trees know no whitespace tokens; one of them spoils the tags of its neighbours. A document
that has some is parsed without them, and the annotations are carried back.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

WHITESPACE_TAG = "_SP"
WHITESPACE_RELATION = "dep"


def has_whitespace(doc: Doc) -> bool:
    """Whether a token of the document is nothing but whitespace."""
    return any(token.is_space for token in doc)


def without_whitespace(doc: Doc) -> Doc:
    """The same words with their norms and protected spans, no whitespace tokens."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    bare = Doc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=[
            bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space)
            for token in kept
        ],
    )
    for own, token in zip(bare, kept, strict=True):
        own.norm_ = token.norm_
    for key, group in doc.spans.items():
        spans = []
        for span in group:
            inside = [place[token.i] for token in span if token.i in place]
            if inside:
                spans.append(
                    Span(bare, inside[0], inside[-1] + 1, label=span.label, span_id=span.id)
                )
        bare.spans[key] = spans
    return bare


def carry_back(bare: Doc, doc: Doc) -> Doc:
    """A copy of ``doc`` with the annotations of ``bare``; whitespace hangs on the word before."""
    words = [token.i for token in doc if not token.is_space]
    heads, tags, deps, morphs, lemmas, pos = [], [], [], [], [], []
    number = 0
    for token in doc:
        if token.is_space:
            before = words[number - 1] if number else (words[0] if words else token.i)
            heads.append(before)
            tags.append(WHITESPACE_TAG)
            deps.append(WHITESPACE_RELATION)
            morphs.append("")
            lemmas.append(token.text)
            pos.append("SPACE")
            continue
        own = bare[number]
        heads.append(words[own.head.i])
        tags.append(own.tag_)
        deps.append(own.dep_)
        morphs.append(str(own.morph))
        lemmas.append(own.lemma_)
        pos.append(own.pos_)
        number += 1
    full = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=heads,
        tags=tags,
        deps=deps,
        morphs=morphs,
        lemmas=lemmas,
        pos=pos,
    )
    for own, token in zip(full, doc, strict=True):
        own.norm_ = token.norm_
    for key, group in doc.spans.items():
        full.spans[key] = [
            Span(full, span.start, span.end, label=span.label, span_id=span.id) for span in group
        ]
    return full
