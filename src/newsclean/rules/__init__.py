"""Rule packs, as data, to one matcher for all their cues."""

from newsclean.rules.builtin import builtin_packs
from newsclean.rules.candidate import Match
from newsclean.rules.matcher import Matcher
from newsclean.rules.pack import GLUED, KINDS, Cue, Pack, Role, RuleSet, load_pack

__all__ = ["GLUED", "KINDS", "Cue", "Match", "Matcher", "Pack", "Role", "RuleSet", "builtin_packs", "load_pack"]
