import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { THEME_COLOURS, THEME_SCRIPT } from './theme'

/** Runs the script of <head> in a document that is just enough for it. */
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
  'a stored %s theme is there before the page is painted, in the bars of the browser too',
  (theme) => {
    expect(run(() => theme)).toEqual({ theme, bars: [`theme-color ${THEME_COLOURS[theme]}`] })
  },
)

test.each([null, '', 'system', 'constructor', '"><script>'])('%j leaves the page to the system', (stored) => {
  expect(run(() => stored)).toEqual({ theme: undefined, bars: [] })
})

test('storage that is closed to us does no harm', () => {
  expect(
    run(() => {
      throw new Error('denied')
    }),
  ).toEqual({ theme: undefined, bars: [] })
})
