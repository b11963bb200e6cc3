/** Opaque cursors: the sort key of the last row, so that a page is stable while others file. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** What a text that is no cursor of ours is answered with, beside `invalid-request`. */
export const BAD_CURSOR = {
  errors: [
    {
      pointer: '/querystring/cursor',
      code: 'invalid-cursor',
      message: {
        vi: 'Gửi nguyên văn giá trị next của trang trước, cùng các tham số của trang đó; bỏ cursor để đọc từ trang đầu.',
        en: 'Send next of the page before as it is, with the parameters of that page; leave out cursor for the first page.',
      },
    },
  ],
} as const

/** Null when the text is no cursor of ours. */
export function decodeCursor(text: string): readonly (string | number)[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const known = Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number')
    return known ? parts : null
  } catch {
    return null
  }
}
