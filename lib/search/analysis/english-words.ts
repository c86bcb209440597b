import { english } from './inflect'

let text: Promise<string> | undefined

/** Returns whether the word is in an English dictionary (American or British), itself or without its ending. */
export async function isEnglishWord(word: string): Promise<boolean> {
  text ??= readWords()
  const words = await text
  return formsOf(word.toLowerCase()).some((form) => words.includes(`\n${form}/`) || words.includes(`\n${form}\n`))
}

/** Returns the lines of two Hunspell dictionaries. They are searched as text, because lookups are rare and a set is large. */
async function readWords(): Promise<string> {
  const [{ default: american }, { default: british }] = await Promise.all([
    import('dictionary-en'),
    import('dictionary-en-gb'),
  ])
  const decoder = new TextDecoder()
  return `\n${decoder.decode(american.dic)}\n${decoder.decode(british.dic)}\n`.toLowerCase()
}

function formsOf(word: string): string[] {
  const [, root] = /^(\p{L}{3,})(?:ing|ed|er|est|ly)$/u.exec(word) ?? []
  return [word, english(word), ...(root === undefined ? [] : [root, `${root}e`, root.replace(/(\p{L})\1$/u, '$1')])]
}
