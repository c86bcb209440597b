import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { THEME_COLOURS } from './theme'

type Oklch = [lightness: number, chroma: number, hue: number]
const THEMES = ['light', 'dark'] as const

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
const colours = new Map<string, Record<(typeof THEMES)[number], Oklch>>()
for (const [, name = '', value = ''] of css.matchAll(/^\s{2}--([a-z0-9-]+):\s*(light-dark\(.*\)|oklch\([^)]*\));/gm)) {
  const [light, dark = light] = [...value.matchAll(/oklch\(([^)]*)\)/g)].map(([, numbers = '']): Oklch => {
    const [l = 0, c = 0, h = 0] = numbers.split(/[\s/]+/).map(Number)
    return [l, c, h]
  })
  if (light && dark) colours.set(name, { light, dark })
}

/** Converts OKLCH to linear sRGB as defined by Björn Ottosson. Values outside 0–1 are out of gamut. */
function linear([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** Returns the contrast ratio of two colours as defined by WCAG 2.2, from 1 to 21. */
function contrast(fore: Oklch, back: Oklch): number {
  const [darker = 0, lighter = 0] = [fore, back]
    .map((colour) => {
      const [r, g, b] = linear(colour)
      return 0.2126 * clamp(r) + 0.7152 * clamp(g) + 0.0722 * clamp(b)
    })
    .sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function hex(colour: Oklch): string {
  const encode = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)
  const pair = (value: number) =>
    Math.round(255 * encode(clamp(value)))
      .toString(16)
      .padStart(2, '0')
  return `#${linear(colour).map(pair).join('')}`
}

function colour(name: string, theme: (typeof THEMES)[number]): Oklch {
  const found = colours.get(name)
  if (!found) throw new Error(`tokens.css has no colour --${name}`)
  return found[theme]
}

const GROUNDS = ['paper', 'surface', 'sunk']
const TINTS = ['danger-tint', 'warn-tint', 'info-tint', 'good-tint', 'shell', 'butter', 'mint', 'sky', 'lilac', 'rose']
const PAIRS: [fore: string, back: string, min: number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['ink-2', ground, 4.5],
    ['line', ground, 3],
    ['focus', ground, 3],
  ]),
  ...TINTS.flatMap((tint): [string, string, number][] => [
    ['ink', tint, 7],
    ['ink-2', tint, 4.5],
    ['line', tint, 3],
  ]),
  ...['danger', 'warn', 'info', 'good'].flatMap((state): [string, string, number][] => [
    [state, 'surface', 4.5],
    [state, 'paper', 4.5],
  ]),
  ['danger', 'danger-tint', 4.5],
  ['on-accent', 'accent', 7],
  ['on-accent', 'accent-deep', 4.5],
  ['paper', 'ink', 7],
  ['on-block', 'block', 7],
  ['on-block-2', 'block', 4.5],
  ['on-block', 'block-2', 7],
  ['accent', 'block', 3],
]

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(PAIRS)('%s on %s has a contrast of at least %f', (fore, back, min) => {
    expect(contrast(colour(fore, theme), colour(back, theme))).toBeGreaterThanOrEqual(min)
  })

  test('the browser’s bars have the colour of the page', () => {
    expect(THEME_COLOURS[theme]).toBe(hex(colour('paper', theme)))
  })
})

test('no accent is used as a text colour on paper', () => {
  expect(contrast(colour('accent', 'light'), colour('paper', 'light'))).toBeLessThan(3)
})
