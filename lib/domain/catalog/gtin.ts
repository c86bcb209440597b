/**
 * Returns whether the text is a GTIN (EAN-8, UPC-A, EAN-13 or GTIN-14): 8, 12, 13 or 14 digits, of which the last is
 * the check digit.
 */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false
  const [check = 0, ...digits] = [...text].reverse().map(Number)
  const sum = digits.reduce((all, digit, index) => all + digit * (index % 2 === 0 ? 3 : 1), 0)
  return (sum + check) % 10 === 0
}
