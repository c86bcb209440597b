import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { PROJECT } from '@/lib/dev/launcher/project'

const FOLDER = path.join(PROJECT, 'e2e/slow-pages')
const NEXT = path.join(PROJECT, 'node_modules/next/dist/bin/next')
const BUILD = path.join(FOLDER, '.next')

// The values that the pages show, by name. An answer has the value at the time of the request, even if the test delays
// it. A missing value is answered with 404.
const values = new Map<string, string>([
  ['built', 'built'],
  ['other-built', 'built'],
])
const held = new Set<string>()
const waiting = new Map<string, () => void>()
const asked: string[] = []
let source: Server
let server: ChildProcess
let origin: string

const answer = (response: ServerResponse, value: string | undefined) =>
  response.writeHead(value === undefined ? 404 : 200).end(value)

beforeAll(async () => {
  source = createServer(({ url = '' }, response) => {
    const name = url.slice(1)
    const value = values.get(name)
    asked.push(name)
    if (held.delete(name)) waiting.set(name, () => answer(response, value))
    else answer(response, value)
  }).listen(0, '127.0.0.1')
  await once(source, 'listening')
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const { port: sourcePort } = source.address() as AddressInfo
  const env = { ...process.env, NODE_ENV: 'production' as const, SLOW_SOURCE: `http://127.0.0.1:${sourcePort}` }
  const next = (...args: string[]) => spawn(process.execPath, [NEXT, ...args], { cwd: FOLDER, env, stdio: 'inherit' })
  const [code] = await once(next('build'), 'exit')
  expect(code, 'next build').toBe(0)
  server = next('start', '-p', String(port), '-H', '127.0.0.1')
  await vi.waitUntil(
    () =>
      fetch(`${origin}/p/built`).then(
        ({ ok }) => ok,
        () => false,
      ),
    { timeout: 60_000 },
  )
}, 600_000)

afterAll(async () => {
  if (server?.exitCode === null && server.kill()) await once(server, 'exit')
  source?.close()
  for (const made of ['.next', 'next-env.d.ts']) rmSync(path.join(FOLDER, made), { recursive: true, force: true })
})

const page = async (address: string) => /<p>([^<]*)/.exec(await (await fetch(origin + address)).text())?.[1]
const expire = (tag: string) => fetch(`${origin}/expire`, { method: 'POST', body: tag })
const isAsked = (name: string) => vi.waitUntil(() => asked.includes(name), { timeout: 10_000 })

it.each(['a', 'b', 'c', 'd', 'e'])(
  'a page (%s) whose tag expires while it is rendered does not stay stale',
  async (slug) => {
    values.set(slug, 'old')
    held.add(slug)
    const first = page(`/p/${slug}`)
    await isAsked(slug)
    values.set(slug, 'new')
    await expire(slug)
    waiting.get(slug)?.()
    expect(await first).toBe('old')
    expect(await page(`/p/${slug}`)).toBe('new')
    expect(await page(`/p/${slug}`)).toBe('new')
  },
)

it('nor does a page that began after the expiry and joined a reading that began before', async () => {
  values.set('joined', 'old').set('other-joined', '')
  held.add('joined')
  const first = page('/p/joined')
  await isAsked('joined')
  values.set('joined', 'new')
  await expire('joined')
  const second = page('/other/joined')
  await isAsked('other-joined')
  waiting.get('joined')?.()
  expect([await first, await second], 'both had begun before it was answered').toEqual(['old', 'old'])
  expect(await page('/other/joined')).toBe('new')
})

it('a page that exists is kept in memory, and one that does not is kept nowhere', async () => {
  const files = () => readdirSync(BUILD, { recursive: true }).length
  values.set('there', 'here')
  const before = files()
  const statuses: number[] = []
  for (let round = 0; round < 2; round++)
    for (const slug of ['there', 'nowhere-1', 'nowhere-2']) statuses.push((await fetch(`${origin}/p/${slug}`)).status)
  expect(statuses).toEqual([200, 404, 404, 200, 404, 404])
  expect(asked.filter((name) => name === 'there')).toHaveLength(1)
  expect(asked.filter((name) => name === 'nowhere-1').length).toBeGreaterThanOrEqual(2)
  expect(files()).toBe(before)
})
