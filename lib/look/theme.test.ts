import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { THEME_COLOURS, THEME_SCRIPT } from './theme'

/** Runs the <head> script in a minimal document. */
function run(getItem: () => string | null) {
  const dataset: { theme?: string } = {}
  const metas: { name?: string; content?: string }[] = []
  const document = {
    documentElement: { dataset },
    head: { prepend: (meta: object) => metas.push(meta) },
    createElement: () => ({}),
  }
  runInNewContext(THEME_SCRIPT, { localStorage: { getItem }, document })
  return { theme: dataset.theme, bars: metas.map(({ name, content }) => `${name} ${content}`) }
}

test.each(['light', 'dark'] as const)(
  'a stored %s theme is applied before the first paint, including the browser’s bars',
  (theme) => {
    expect(run(() => theme)).toEqual({ theme, bars: [`theme-color ${THEME_COLOURS[theme]}`] })
  },
)

test.each([null, '', 'system', 'constructor', '"><script>'])('%j falls back to the system’s theme', (stored) => {
  expect(run(() => stored)).toEqual({ theme: undefined, bars: [] })
})

test('unavailable storage falls back to the system’s theme', () => {
  expect(
    run(() => {
      throw new Error('denied')
    }),
  ).toEqual({ theme: undefined, bars: [] })
})
