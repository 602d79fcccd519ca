"""2,000 strings that try to be markup, to hide, to break out, or to be nothing; always the same."""

import random

_MARKUP = (
    "<b> </b> <b b> <<< & &amp; &lt;b&gt; &#60; &#x3c; &bogus; &amp \" ' ` *_[]()~>#+-=|{}.! \\"
)
_BREAKING_OUT = (
    "{name} {0} %s $(id) 1:abc:v.60 /start @bot http://x.y/?a=<b> =1+1 @SUM(A1) 60 6/10 60% \x00 "
    "\u202e \u202a \u2066 \u2069 \u200b \u200d \u200e \ufeff \ue000 \ue010 \U000e0041 \ud800 \udfff"
)
_LETTERS = "שלום مرحبا ไทย 中文 e\u0301 ﷺ ß İ ǅ \uffff \u3164"
_PHRASES = """<a href='tg://user?id=1'>x</a>
<script>alert(1)</script>
{ $answer }
; DROP TABLE answer;--
sad 80
"""
_FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
_LONG = ["\u0301" * 30, "a" * 300, "<b>" * 100, "&" * 500, "\U0001f614" * 400, " " * 50]
_LINES = ["", "\r\n", "\n\n\n", "\t", "\u2028", "\x1b[31m", "\ue000answer\ue001"]
_EMOJI = [_FAMILY, "\U0001f44d\U0001f3fd", "\U0001f1fa\U0001f1e6"]
_WORDS = [*_MARKUP.split(), *_BREAKING_OUT.split(" "), *_LETTERS.split()]
SEEDS = [*_WORDS, *_PHRASES.splitlines(), *_LONG, *_LINES, *_EMOJI]


def _made(chance: random.Random) -> str:
    glue = chance.choice(["", " ", "\n", ", ", "\u200b"])
    return glue.join(chance.choice(SEEDS) for _ in range(chance.randint(1, 6)))


_chance = random.Random(20260505)
STRINGS = SEEDS + [_made(_chance) for _ in range(2000 - len(SEEDS))]
