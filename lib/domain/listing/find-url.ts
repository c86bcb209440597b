/** Returns the address that interprets a query as filters. Kinds of names in `words` stay plain words. */
export const findUrl = (text: string, words: readonly string[] = []): string =>
  `/find?${new URLSearchParams([['q', text], ...words.map((kind): [string, string] => ['words', kind])])}`
