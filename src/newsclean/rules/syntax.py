"""Pieces of RE2's syntax, for those who read patterns: whatever stands in an escape or in a class is not a sign."""

# \pL, \p{Greek}, \x2f, \x{1f600}, \d
ESCAPE = r"\\(?:[pP](?:\{\^?\w+\}|\w)|x(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{2})|.)"
# [a-z], []x], [^[:alpha:]\]]: the first bracket may be a member
CLASS = rf"\[\^?\]?(?:\[:\^?\w+:\]|{ESCAPE}|[^\]\\])*\]"
