"""Which character a command of LaTeX means, and of which kind it is.

The names are those of LaTeX and amsmath, as unicode-math maps them to characters.
"""

from __future__ import annotations

from types import MappingProxyType

from diptych.material.formulas.tree import Kind, Symbol, Variant


def _pairs(words: str) -> dict[str, str]:
    """Names and characters in turn."""
    parts = words.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


GREEK = MappingProxyType(
    _pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
        "kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ "
        "varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
    )
)
_ORDINARY = _pairs(
    "infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ hbar ℏ "
    "ell ℓ Re ℜ Im ℑ aleph ℵ beth ℶ wp ℘ imath ı jmath ȷ angle ∠ measuredangle ∡ triangle △ square □ "
    "blacksquare ■ Box □ diamond ⋄ Diamond ◊ star ⋆ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ "
    "spadesuit ♠ flat ♭ sharp ♯ natural ♮ degree ° prime ′ top ⊤ bot ⊥ complement ∁ checkmark ✓ "
    "dagger † ddagger ‡ S § pounds £ euro € celsius ℃ ohm Ω micro µ Vert ‖ | ‖ vert | backslash \\ "
    "# # % % & & $ $ _ _ { { } } N N therefore ∴ because ∵ surd √ "
    "ldots … dots … dotsc … cdots ⋯ dotsb ⋯ dotsm ⋯ vdots ⋮ ddots ⋱ iddots ⋰ "
    "mathdollar $ lbrace { rbrace } AA Å textdegree °"
)
_BINARY = _pairs(
    "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ circ ∘ bullet ∙ cap ∩ cup ∪ setminus ∖ smallsetminus ∖ land ∧ "
    "wedge ∧ lor ∨ vee ∨ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ uplus ⊎ sqcup ⊔ sqcap ⊓ amalg ⨿ "
    "bmod mod ltimes ⋉ rtimes ⋊ wr ≀ triangleleft ◁ triangleright ▷ veebar ⊻ barwedge ⊼ dotplus ∔"
)
_RELATIONS = _pairs(
    "le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ approx ≈ approxeq ≊ sim ∼ "
    "simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ "
    "nsubseteq ⊈ perp ⟂ parallel ∥ nparallel ∦ mid ∣ nmid ∤ models ⊨ vdash ⊢ dashv ⊣ Vdash ⊩ vDash ⊨ "
    "prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ doteq ≐ coloneqq ≔ coloneq ≔ triangleq ≜ lesssim ≲ "
    "gtrsim ≳ bowtie ⋈ smile ⌣ frown ⌢ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ "
    "longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ "
    "implies ⟹ impliedby ⟸ iff ⟺ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ "
    "longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ "
    "nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ "
    "rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ "
    "rightleftarrows ⇄ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ nrightarrow ↛ nRightarrow ⇏ "
    "nleftarrow ↚ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ sqsubseteq ⊑ sqsupseteq ⊒ vartriangleleft ⊲ trianglelefteq ⊴"
)
_OPEN = _pairs("langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrack [ lparen ( lgroup ⟮ llbracket ⟦")
_CLOSE = _pairs("rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrack ] rparen ) rgroup ⟯ rrbracket ⟧")
_PUNCTUATION = _pairs("colon :")
# Operators that grow in display; those of the second line keep their limits at the side.
LARGE = MappingProxyType(
    _pairs(
        "sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ "
        "biguplus ⨄ bigsqcup ⨆ "
        "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯"
    )
)
INTEGRALS = frozenset("∫∬∭∮∯")

_KINDS: tuple[tuple[Kind, dict[str, str]], ...] = (
    ("ord", {**GREEK, **_ORDINARY}),
    ("bin", _BINARY),
    ("rel", _RELATIONS),
    ("open", _OPEN),
    ("close", _CLOSE),
    ("punct", _PUNCTUATION),
    ("op", dict(LARGE)),
)
COMMANDS = MappingProxyType(
    {name: Symbol(char, kind) for kind, names in _KINDS for name, char in names.items() if name != "bmod"}
)
# Characters that are typed as they are.
TYPED = MappingProxyType(
    {
        **{char: Symbol(char, kind) for kind, names in _KINDS for char in names.values() if len(char) == 1},
        **{char: Symbol(char) for char in '/|.!?@%&#"°′‰€$\\{}∣…'},
        **{char: Symbol(char, "open") for char in "(["},
        **{char: Symbol(char, "close") for char in ")]"},
        **{char: Symbol(char, "punct") for char in ",;"},
        **{char: Symbol(char, "rel") for char in "=<>:"},
        **dict.fromkeys("-−", Symbol("−", "bin")),
        **dict.fromkeys("*∗", Symbol("∗", "bin")),
        **dict.fromkeys("·⋅", Symbol("⋅", "bin")),
        "+": Symbol("+", "bin"),
    }
)
FUNCTIONS = _names(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth ln log lg exp deg dim ker hom arg "
    "tg arctg sgn rank tr ggT kgV grad rot rang mod lcm erf Var Cov"
)
LIMITS = _names("lim max min sup inf det gcd Pr limsup liminf argmax argmin")
ACCENTS = MappingProxyType(
    {
        **_pairs(
            "hat \u0302 check \u030c tilde \u0303 acute \u0301 grave \u0300 dot \u0307 ddot \u0308 "
            "dddot \u20db breve \u0306 bar \u0304 vec \u20d7 mathring \u030a"
        )
    }
)
WIDE_ACCENTS = MappingProxyType(
    _pairs(
        "widehat \u0302 widetilde \u0303 overrightarrow \u20d7 overleftarrow \u20d6 "
        "overleftrightarrow \u20e1 overline ‾ overbrace ⏞ overparen ⏜ wideparen ⏜"
    )
)
UNDER_ACCENTS = MappingProxyType(_pairs("underline _ underbrace ⏟ underparen ⏝"))
FENCES = MappingProxyType(
    {
        **{char: char for char in "()[]|/<>‖⟨⟩⌊⌋⌈⌉↑↓"},
        "<": "⟨",
        ">": "⟩",
        ".": "",
        **{f"\\{name}": char for name, char in {**_OPEN, **_CLOSE}.items()},
        **{"\\{": "{", "\\}": "}", "\\|": "‖", "\\lbrace": "{", "\\rbrace": "}"},
        **{"\\vert": "|", "\\Vert": "‖", "\\backslash": "\\"},
        **{f"\\{name}": _RELATIONS[name] for name in ("uparrow", "downarrow", "updownarrow")},
    }
)
SPACES = MappingProxyType(
    {
        ",": 3 / 18,
        "thinspace": 3 / 18,
        ":": 4 / 18,
        ">": 4 / 18,
        "medspace": 4 / 18,
        ";": 5 / 18,
        "thickspace": 5 / 18,
        "!": -3 / 18,
        " ": 0.25,
        "space": 0.25,
        "nobreakspace": 0.25,
        "enspace": 0.5,
        "enskip": 0.5,
        "quad": 1.0,
        "qquad": 2.0,
    }
)
VARIANTS: MappingProxyType[str, Variant] = MappingProxyType(
    {
        "mathrm": "upright",
        "mathnormal": "",
        "mathit": "italic",
        "mathbf": "bold",
        "boldsymbol": "bold-italic",
        "bm": "bold-italic",
        "mathbfit": "bold-italic",
        "mathbb": "double",
        "mathcal": "script",
        "mathscr": "script",
        "mathfrak": "fraktur",
        "mathsf": "sans",
        "mathtt": "typewriter",
        "rm": "upright",
        "bf": "bold",
        "it": "italic",
    }
)
TEXTS: MappingProxyType[str, Variant] = MappingProxyType(
    {
        "text": "upright",
        "textrm": "upright",
        "textnormal": "upright",
        "mbox": "upright",
        "textit": "italic",
        "emph": "italic",
        "textbf": "bold",
        "textsf": "sans",
        "texttt": "typewriter",
    }
)
_SIDES: tuple[tuple[str, Kind], ...] = (("", "ord"), ("l", "open"), ("r", "close"), ("m", "rel"))
BIG: MappingProxyType[str, tuple[int, Kind]] = MappingProxyType(
    {
        f"{size}{side}": (number, kind)
        for number, size in enumerate(("big", "Big", "bigg", "Bigg"), 1)
        for side, kind in _SIDES
    }
)
ARROWS = MappingProxyType(
    {
        f"x{name}": char
        for name, char in {**_RELATIONS, "equal": "="}.items()
        if ("arrow" in name or "harpoon" in name or name in {"mapsto", "equal"}) and not name.startswith("n")
    }
)
NEGATED = MappingProxyType(
    _pairs("= ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≡ ≢ ∼ ≁ ≈ ≉ ≅ ≇ ∣ ∤ ∥ ∦ ∃ ∄ → ↛ ⇒ ⇏ ↔ ↮")
)
