import type { Text } from '../rules/rule.ts'

/**
 * Why a text is no JSON (RFC 8259), and where: line and column count from 1. The parser's own message often has no
 * position, is English, and quotes what was sent.
 * @param text nested no deeper than a call stack bears
 */
export function jsonFault(text: string): Text {
  const at = faultAt(text)
  if (at === null) return POISONED
  if (text.trim() === '') return EMPTY
  const before = text.slice(0, at).split('\n')
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  const { vi, en } = reasonAt(text, at)
  return {
    vi: `Dòng ${place.line}, cột ${place.column}: ${vi}.`,
    en: `Line ${place.line}, column ${place.column}: ${en}.`,
  }
}

const POISONED: Text = {
  vi: 'Không trường nào được có tên __proto__ hoặc constructor: hãy bỏ trường đó.',
  en: 'No field may be named __proto__ or constructor: leave it out.',
}
const EMPTY: Text = {
  vi: 'Nội dung rỗng: hãy gửi một đối tượng JSON, ít nhất là {}.',
  en: 'The body is empty: send a JSON object, at least {}.',
}

function reasonAt(text: string, at: number): Text {
  const [found = ''] = text.slice(at, at + 2)
  // A string that a curly quote was meant to end goes on to the end of the text.
  if (CURLY.test(found) || (found === '' && CURLY.test(text))) {
    return {
      vi: 'có dấu ngoặc kép cong (“ ”), thường do trình soạn thảo tự đổi; JSON dùng dấu ngoặc kép thẳng (")',
      en: 'there are curly quotes (“ ”), which text editors put of themselves; JSON has straight ones (")',
    }
  }
  if (found === '') {
    return {
      vi: 'nội dung kết thúc khi chưa đủ ngoặc hoặc dấu',
      en: 'the text ends before all that was opened is closed',
    }
  }
  if (found < ' ') {
    return {
      vi: 'trong chuỗi có ký tự điều khiển; xuống dòng viết là \\n, tab viết là \\t',
      en: 'a string has a control character; a new line is written \\n, a tab \\t',
    }
  }
  if (/,\s*$/.test(text.slice(Math.max(0, at - 100), at)) && (found === '}' || found === ']')) {
    return { vi: `thừa dấu phẩy trước "${found}"`, en: `there is a comma too many before "${found}"` }
  }
  return { vi: `ký tự ${quoted(found)} không thể đứng ở đây`, en: `${quoted(found)} cannot stand here` }
}

const CURLY = /[“”„‟«»‘’]/

function quoted(char: string): string {
  return char === '"' ? `'"'` : `"${char}"`
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
/** Neither a quote, a backslash nor a control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** The index of the first character that cannot stand where it does, the length where the text ends too early. */
function faultAt(text: string): number | null {
  // A byte order mark is let pass.
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const skipSpace = () => {
    for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); ) {
      if (code === 0x0b || code === 0x0c) return
      at += 1
      code = text.charCodeAt(at)
    }
  }
  const took = (char: string) => {
    skipSpace()
    if (text[at] !== char) return false
    at += 1
    return true
  }
  const tookMatch = (pattern: RegExp) => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const tookString = () => {
    if (!took('"')) return false
    do tookMatch(PLAIN)
    while (tookMatch(ESCAPE))
    if (text[at] !== '"') return false
    at += 1
    return true
  }
  const tookList = (closing: string, tookOne: () => boolean): boolean => {
    at += 1
    if (took(closing)) return true
    do if (!tookOne()) return false
    while (took(','))
    return took(closing)
  }
  const tookMember = () => tookString() && took(':') && tookValue()
  const tookValue = (): boolean => {
    skipSpace()
    switch (text[at]) {
      case '{':
        return tookList('}', tookMember)
      case '[':
        return tookList(']', tookValue)
      case '"':
        return tookString()
      default:
        return tookMatch(SCALAR)
    }
  }
  if (!tookValue()) return at
  skipSpace()
  return at === text.length ? null : at
}
