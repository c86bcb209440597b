import { expect, it } from 'vitest'
import { keepRunning, type RunningServer } from './keep-running'

/** Returns a function that starts fake servers, one per URL, and functions that end them. */
function fakeServers(urls: string[]) {
  const ends: (() => void)[] = []
  const start = async (): Promise<RunningServer> => {
    const url = urls[ends.length]
    if (!url) throw new Error('No disk.')
    const ended = new Promise<void>((resolve) => ends.push(resolve))
    return { url, ended, stop: async () => ends.at(-1)?.() }
  }
  return { ends, start }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

it('a server that ends by itself is started again, and the user is told', async () => {
  const said: string[] = []
  const { ends, start } = fakeServers(['a', 'a'])
  await keepRunning('Postgres', start, (line) => said.push(line))
  ends[0]?.()
  await turn()
  expect(ends).toHaveLength(2)
  expect(said).toEqual(['Postgres ended by itself: starting it again'])
})

it('a server that was stopped stays so', async () => {
  const { ends, start } = fakeServers(['a', 'a'])
  const kept = await keepRunning('Postgres', start, () => {})
  await kept.stop()
  await turn()
  expect(ends).toHaveLength(1)
})

it('a server that ends again and again is given up', async () => {
  const { ends, start } = fakeServers(['a', 'a', 'a', 'a'])
  const kept = await keepRunning('Postgres', start, () => {})
  for (const attempt of [0, 1, 2]) {
    ends[attempt]?.()
    await turn()
  }
  expect(await kept.lost).toContain('again and again')
})

it('a server that cannot come back, or only at another address, is lost', async () => {
  const moved = fakeServers(['a', 'b'])
  const kept = await keepRunning('Postgres', moved.start, () => {})
  moved.ends[0]?.()
  expect(await kept.lost).toContain('its port is taken now')

  const broken = fakeServers(['a'])
  const other = await keepRunning('MongoDB', broken.start, () => {})
  broken.ends[0]?.()
  expect(await other.lost).toBe('MongoDB ended by itself. No disk.')
})
