/** Where a text is searched for with what it means; `words` names what is to stay a word. */
export const findUrl = (text: string, words: readonly string[] = []): string =>
  `/find?${new URLSearchParams([['q', text], ...words.map((kind): [string, string] => ['words', kind])])}`
