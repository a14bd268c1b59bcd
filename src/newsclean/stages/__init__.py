"""The stages of a run, one file each, in the order in which a document passes them."""

from newsclean.document import MODEL

# name -> where its factory is; plug-ins add theirs through the entry-point group `newsclean.stages`.
BUILTIN = {
    "parse": "newsclean.stages.parse:parse",
    "normalize": "newsclean.stages.normalize:normalize",
    "areas": "newsclean.stages.areas:areas",
    "cues": "newsclean.stages.cues:cues",
    "residue": "newsclean.stages.residue:residue",
    "repeats": "newsclean.stages.repeats:repeats",
    "metadata": "newsclean.stages.metadata:metadata",
}

# Cues that no rule pack holds: tags and data of a page, a headline in a list of dated ones, a paragraph's second time.
AREA, BEHIND, CAPTION = "html.area", "html.behind", "html.caption"
DATED, REPEATED = "residue.dated", "repeats.paragraph"
FOUND_CUES = frozenset((AREA, BEHIND, CAPTION, DATED, REPEATED, MODEL))

# Kinds of cuts that no cue names: what the stages recognize.
FOUND_KINDS = {
    "title": "the headline; it is in the metadata",
    "byline": "who wrote it; in the metadata",
    "date": "when it was published; in the metadata",
    "repeat": "a paragraph that stands further up already",
    "residue": "boilerplate that the labeler, or a page's data, tells from the article but can't name",
}
