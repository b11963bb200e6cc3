const SHAPE = /^\d{2,7}-\d{2}-\d$/

/** Whether a CAS number is written as such and its last digit is the check digit of the others. */
export function isCasNumber(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const digits = text.replaceAll('-', '')
  let sum = 0
  for (let place = 1; place < digits.length; place += 1) sum += place * Number(digits[digits.length - 1 - place])
  return sum % 10 === Number(digits.at(-1))
}
