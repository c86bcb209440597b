// Measures the font Anybody at weight 900 and writes lib/look/anybody.json, the table that lib/look/fit.ts uses.
//   npx tsx scripts/brand/measure-type.ts [path of a Chromium]
// Run it again only if the version of @fontsource-variable/anybody changes.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright'

// The font has masters at these three widths and no axis remapping, so measurements between them are linear.
const WIDTHS = [50, 100, 150]
const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
const CHARACTERS = [
  ...between(0x20, 0x7e),
  ...between(0xa0, 0xff),
  ...'ŒœıŸ–—‘’‚“”„…•′″€™−←→↑↓'.normalize('NFC'),
].filter((character) => character !== '\u00ad')

const font = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/anybody/files/anybody-latin-standard-normal.woff2'),
)
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.setContent(`<style>
  @font-face { font-family: Anybody; src: url(data:font/woff2;base64,${font.toString('base64')}); font-weight: 100 900; font-stretch: 50% 150% }
  span { font: 900 1000px Anybody, monospace; font-variant-ligatures: none; white-space: pre; position: absolute }
</style>`)
await page.evaluate(() => document.fonts.load('900 10px Anybody'))

/** Returns the lengths of the strings at a font width, in thousandths of an em. */
const measure = (strings: string[], width: number) =>
  page.evaluate(
    ([strings, width]) => {
      const spans = strings.map((text) => {
        const span = document.createElement('span')
        span.textContent = text
        span.style.fontStretch = `${width}%`
        document.body.append(span)
        return span
      })
      const widths = spans.map((span) => Math.round(span.getBoundingClientRect().width))
      for (const span of spans) span.remove()
      return widths
    },
    [strings, width] as const,
  )

const advance: Record<string, number[]> = Object.fromEntries(CHARACTERS.map((character) => [character, []]))
const pairs: Record<string, Record<string, number[]>> = {}
for (const width of WIDTHS) {
  const alone = await measure(CHARACTERS, width)
  for (const [index, character] of CHARACTERS.entries()) advance[character]?.push(alone[index] ?? 0)
  for (const [index, first] of CHARACTERS.entries()) {
    const together = await measure(
      CHARACTERS.map((second) => first + second),
      width,
    )
    CHARACTERS.forEach((second, position) => {
      const kern = (together[position] ?? 0) - (alone[index] ?? 0) - (alone[position] ?? 0)
      if (Math.abs(kern) < 2 && !pairs[first]?.[second]) return
      pairs[first] ??= {}
      const row = pairs[first]
      row[second] ??= WIDTHS.slice(0, WIDTHS.indexOf(width)).map(() => 0)
      row[second].push(kern)
    })
  }
}
await browser.close()

/**
 * Groups the characters with the same kerning in this position. Each group is returned as a string and needs only one
 * row in the table.
 */
function classes(signature: (character: string) => string) {
  const groups = new Map<string, string>()
  for (const character of CHARACTERS) {
    const key = signature(character)
    if (key) groups.set(key, (groups.get(key) ?? '') + character)
  }
  return [...groups.values()]
}
const first = classes((a) => (pairs[a] ? JSON.stringify(pairs[a]) : ''))
const second = classes((b) => {
  const column = first.map((group) => pairs[group.charAt(0)]?.[b] ?? 0)
  return column.some(Boolean) ? JSON.stringify(column) : ''
})
const kern = first.flatMap((group, row) =>
  second.flatMap((other, column) => {
    const value = pairs[group.charAt(0)]?.[other.charAt(0)]
    return value ? [[row, column, ...value]] : []
  }),
)

const flat = (rows: unknown[][]) => JSON.stringify(rows.flat())
writeFileSync(
  new URL('../../lib/look/anybody.json', import.meta.url),
  `{
  "about": "Anybody at weight 900: advance widths and kerning in thousandths of an em, three widths for each. Made by scripts/brand/measure-type.ts.",
  "widths": ${JSON.stringify(WIDTHS)},
  "characters": ${JSON.stringify(CHARACTERS.join(''))},
  "advance": ${flat(CHARACTERS.map((character) => advance[character] ?? []))},
  "first": ${JSON.stringify(first)},
  "second": ${JSON.stringify(second)},
  "kern": ${flat(kern)}
}\n`,
)
