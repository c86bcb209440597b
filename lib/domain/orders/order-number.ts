/** The number that people see: 20417 → "NX-20417". */
export const orderNumber = (number: number): string => `NX-${number}`
