import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'

import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { announced } from './support/shop'
import { expect, test } from './support/test'

const COUNT = 300
const AT_ONCE = 10

test('addresses that somebody makes up are not there, and leave nothing on the disk', async ({ request }) => {
  test.setTimeout(180_000)
  joinRunningStore(loadSettings('production'))
  const build = path.resolve(import.meta.dirname, '..', process.env.NEXUS_DIST_DIR ?? '.next')
  const files = () => readdirSync(build, { recursive: true }).length
  const { categories } = await announced(request)
  const madeUp = Array.from({ length: COUNT }, (_, index) => {
    const random = randomBytes(6).toString('hex')
    return index % 2 === 0 ? `/p/${random}` : `${categories[index % categories.length]}/~/brand=${random}`
  })
  const before = files()
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const answers = await Promise.all(madeUp.slice(from, from + AT_ONCE).map((address) => request.get(address)))
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 404))
  }
  expect(files()).toBe(before)
})
