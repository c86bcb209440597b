const LINE = 'The lemons like a bowl, the lamp a corner, and the laptop a table. '

/** Returns a text of `length` characters, with which a bare page gets as large as one of the store's pages. */
export const padding = (length: number): string => LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length)
