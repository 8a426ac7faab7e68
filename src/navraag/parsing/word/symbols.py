"""Signs of Word's symbol fonts as Unicode: bullets, arrows, ticks and the Greek letters of "Symbol"."""

PRIVATE = 0xF000
PRIVATE_END = 0xF0FF

# From the published encodings of the fonts (Unicode consortium: VENDORS/ADOBE/symbol.txt; Microsoft's Wingdings chart).
SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xAB: "↔", 0xA5: "∞", 0xD6: "√", 0xE5: "∑", 0xA0: "€", 0xBC: "…", 0xDE: "⇒",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x71: "θ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ",
    0x73: "σ", 0x66: "φ", 0x77: "ω", 0x44: "Δ", 0x57: "Ω", 0x53: "Σ", 0x2D: "−", 0xBE: "—",
}  # fmt: skip
WINGDINGS = {
    0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "◻", 0x6F: "□", 0x71: "❑", 0x76: "❖",
    0x6C: "●", 0x6E: "■", 0x9F: "•", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0x4A: "☺",
    0x28: "☎", 0x2A: "✉", 0x77: "◆", 0xB2: "✧", 0xA1: "○",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}


def symbol(character: str, font: str) -> str | None:
    r"""The sign that a character of a symbol font prints; None where it is not known.

    >>> symbol("\uf0b7", "Symbol"), symbol("o", "Courier New"), symbol("\uf0ff", "Webdings")
    ('•', 'o', None)
    """
    code = ord(character)
    table = FONTS.get(font.casefold())
    if PRIVATE <= code <= PRIVATE_END:
        code -= PRIVATE
        # Files made by converters lose the font's name: a bullet is by far the likeliest.
        return (table or SYMBOL | WINGDINGS).get(code)
    if table is not None and code in table:
        return table[code]
    return character
