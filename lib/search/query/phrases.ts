import { foldedWords } from '../analysis/tokens'
import { hashOfWord } from '../index/names'
import type { Table } from '../index/table'
import type { Product, SpecValue } from '../indexed-product'

/** Returns the texts in which a phrase can match: the name, the brand, and each value of specs and options. */
export function phraseFields({ name, brand, specs, variants }: Product): string[] {
  const values = [...Object.values(specs), ...variants.flatMap(({ options }) => Object.values(options))]
  return [name, brand, ...values.flat().filter((value) => typeof value === 'string')]
}

/**
 * Returns a function that checks whether a row has these words (or inflections of them) next to each other in one of
 * the `phraseFields`.
 */
export function adjacent(table: Table, phrase: string[]): (row: number) => boolean {
  const { names, perRow, leaves, facts, choice } = table
  const stems = phrase.map(table.stem)
  const hashes = Uint32Array.from(stems, hashOfWord)
  const known = new Map<string, boolean>()
  const inText = (text: string) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = hasAdjacent(foldedWords(text).map(table.stem), stems)
      known.set(text, answer)
    }
    return answer
  }
  const inValue = (value: SpecValue | undefined) =>
    typeof value === 'string' ? inText(value) : Array.isArray(value) && value.some(inText)
  return (row) => {
    if (names.has(row, hashes)) return true
    if (inValue(facts.brand.dictionary.values[facts.brand.codes[row]!])) return true
    const slot = perRow.slotOf[row]!
    for (const { codes, dictionary } of leaves[perRow.leafOf[row]!]!.specs.values())
      if (inValue(dictionary.values[codes[slot]!])) return true
    const first = perRow.firstVariant[row]!
    for (let v = first; v < first + perRow.variantCount[row]!; v++) {
      const [, ...options] = table.choices[choice.codes[v]!]!
      if (options.some((text, index) => index % 2 === 1 && inText(text))) return true
    }
    return false
  }
}

export const hasAdjacent = (stems: string[], phrase: string[]): boolean =>
  stems.some((_, from) => phrase.every((stem, index) => stems[from + index] === stem))
