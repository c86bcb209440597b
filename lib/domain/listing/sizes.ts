const SIZE_CODE = /^(?:x{2,5}[sl]|[2-9]xl)$/i

/** Returns whether a text says a size that fits a body: "size 42", "XXXL". */
export const isSizeText = (text: string): boolean => /^sizes? \S+$/i.test(text) || SIZE_CODE.test(text)
