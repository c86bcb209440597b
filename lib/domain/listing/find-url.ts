/**
 * Returns the address that interprets a query as filters. `words` lists kinds of names, such as brands, that must stay
 * plain words.
 */
export const findUrl = (text: string, words: readonly string[] = []): string =>
  `/find?${new URLSearchParams([['q', text], ...words.map((kind): [string, string] => ['words', kind])])}`
