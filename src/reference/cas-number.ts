/** Whether a CAS number is written as such and its last digit is the check digit of the others. */
export function isCasNumber(text: string): boolean {
  if (!/^\d{2,7}-\d{2}-\d$/.test(text)) return false
  const [check, ...others] = [...text.replaceAll('-', '')].reverse().map(Number)
  return others.reduce((sum, digit, index) => sum + digit * (index + 1), 0) % 10 === check
}
