/** Returns the address that turns a query into filters; `words` must remain words. */
export const findUrl = (text: string, words: readonly string[] = []): string =>
  `/find?${new URLSearchParams([['q', text], ...words.map((kind): [string, string] => ['words', kind])])}`
