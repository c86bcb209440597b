const LINE = 'The lemons like a bowl, the lamp a corner, and the laptop a table. '

/** Returns a text of that many characters, to make a page as large as another. */
export const padding = (length: number): string => LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length)
