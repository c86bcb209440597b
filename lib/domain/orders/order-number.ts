/** Formats the public order number: 20417 → "NX-20417". */
export const orderNumber = (number: number): string => `NX-${number}`
