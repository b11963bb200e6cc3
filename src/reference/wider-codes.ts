/** Every leading part of a code is a wider code: `8111` lies in `811`, `81`, `8`. */
export function byCharacter(code: string): readonly string[] {
  return leadingParts(
    code,
    Array.from({ length: code.length - 1 }, (_, index) => code.length - 1 - index),
  )
}

/** Dots part the levels: `3.1.2` lies in `3.1` and `3`, and `11` does not lie in `1`. */
export function byDot(code: string): readonly string[] {
  const dots = [...code.matchAll(/\./g)].map((match) => match.index)
  return leadingParts(code, dots.reverse())
}

/** A group of two characters and a running number: `0110` lies in `01`, not in `011`. */
export function byFirstTwoCharacters(code: string): readonly string[] {
  return code.length > 2 ? [code.slice(0, 2)] : []
}

function leadingParts(code: string, lengths: readonly number[]): readonly string[] {
  return lengths.map((length) => code.slice(0, length))
}
