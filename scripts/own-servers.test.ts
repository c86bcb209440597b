import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { givenBuiltStore } from '@/lib/dev/testing/built-store'
import { PlainBrowser } from '@/lib/dev/testing/plain-browser'
import {
  givenServers,
  runScript,
  type ScriptEnvironment,
  type ScriptRun,
  startScript,
} from '@/lib/dev/testing/script-run'

const ORDER_OF_COMMANDS = 'With servers of your own the order is npm run migrate, npm run build, npm start.'
const READY = 'Ctrl-C stops everything'

type Instance = { origin: string; run: ScriptRun; start(): Promise<void> }

let env: ScriptEnvironment
let first: Instance
let second: Instance
let worker: ScriptRun | undefined

/** Starts `npm start` on a port of its own. `npm run worker` runs the background jobs. */
async function startInstance(): Promise<Instance> {
  const port = await freePort()
  const own = {
    ...env,
    PORT: String(port),
    NEXUS_URL: first?.origin ?? `http://localhost:${port}`,
    NEXUS_WORKER: 'apart',
  }
  const instance = {
    origin: `http://localhost:${port}`,
    run: startScript('start', own, { outlivesTest: true }),
    async start() {
      instance.run = startScript('start', own, { outlivesTest: true })
      await instance.run.until(READY)
    },
  }
  await instance.run.until(READY)
  return instance
}

beforeAll(async () => {
  env = await givenBuiltStore('own_servers')
  first = await startInstance()
  second = await startInstance()
}, 900_000)

afterAll(async () => {
  const { closeMongo } = await import('@/lib/db/mongo')
  const { closePostgres } = await import('@/lib/db/postgres')
  await Promise.all([first?.run.stop(), second?.run.stop(), worker?.stop(), closeMongo(), closePostgres()])
}, 120_000)

const page = async (path: string) => {
  const response = await fetch(`${first.origin}${path}`)
  return { status: response.status, text: await response.text() }
}

describe('on servers of its own, a database that is not migrated', () => {
  it.each(['build', 'start', 'worker'])('stops npm run %s, which says the order of the commands', async (script) => {
    const { exitCode, output } = await runScript(script, { ...givenServers('not_migrated'), PORT: '0' })
    expect(output).toContain(ORDER_OF_COMMANDS)
    expect(exitCode).toBe(1)
  })
}, 120_000)

it.each(['start', 'worker'])(
  'npm run %s is refused while its mails have nowhere to go',
  async (script) => {
    const { exitCode, output } = await runScript(script, { ...env, PORT: '0', MAIL_TO_FILES: '' })
    expect(output).toContain('SMTP_URL is not set')
    expect(exitCode).toBe(1)
  },
  120_000,
)

describe('a store that was built with an empty catalogue', () => {
  it('is healthy on both instances of npm start that run from one folder', async () => {
    for (const { origin } of [first, second]) expect((await fetch(`${origin}/api/health`)).status).toBe(200)
  })

  it.each([
    ['/', 'The shelves are still empty'],
    ['/departments', 'The shelves are still empty'],
    ['/new', 'This shelf is empty'],
    ['/deals', 'This shelf is empty'],
    ['/search', 'This shelf is empty'],
    ['/search?q=lamp', 'Nothing called'],
  ])('%s says so: %s', async (path, words) => {
    const { status, text } = await page(path)
    expect(status).toBe(200)
    expect(text).toContain(words)
    expect(text).not.toContain('This shelf fell down')
  })

  it.each(['/p/lamp', '/c/lamps'])('%s is not there', async (path) => {
    expect((await page(path)).status).toBe(404)
  })
}, 120_000)

describe('an order placed over HTTP', () => {
  const browser = new PlainBrowser()
  let orderUrl: URL

  beforeAll(async () => {
    Object.assign(process.env, { ...env, NODE_ENV: 'test' })
    const { givenProduct, emptyStores } = await import('@/lib/services/testing/fixtures')
    await emptyStores()
    await givenProduct({ sku: 'DESK-LAMP', price: 6_000 })
    worker = startScript('worker', { ...env, NEXUS_URL: first.origin }, { outlivesTest: true })
    await worker.until('The job worker runs.')
  }, 120_000)

  it('through one instance is accepted, and the worker sends its mail', async () => {
    const product = await expect
      .poll(async () => (await browser.get(`${first.origin}/p/desk-lamp`)).status, { timeout: 30_000 })
      .toBe(200)
      .then(() => browser.get(`${first.origin}/p/desk-lamp`))
    await browser.submit(product, '/cart/add', {})
    const checkout = await browser.get(`${first.origin}/checkout`)
    const order = await browser.submit(checkout, '/checkout/order', {
      email: 'ines@example.com',
      firstName: 'Ines',
      lastName: 'Halvorsen',
      street: 'Lange Reihe 28',
      postcode: '20099',
      city: 'Hamburg',
      country: 'DE',
      deliveryMethod: 'STANDARD',
      paymentMethod: 'BANK_TRANSFER',
    })
    orderUrl = new URL(order.url)
    expect(orderUrl.pathname).toMatch(/^\/orders\/[0-9a-f-]{36}$/)
    expect(order.status).toBe(200)
    const { readDevMail } = await import('@/lib/mail/dev-mailbox')
    const mailId = `order-confirmation-${orderUrl.pathname.split('/').at(-1)}`
    await expect.poll(() => readDevMail(mailId), { timeout: 30_000 }).toMatchObject({ to: 'ines@example.com' })
  })

  it('still opens on both instances after a restart of the one that took it', async () => {
    await first.run.stop()
    await first.start()
    for (const { origin } of [second, first]) {
      const { status, html } = await browser.get(`${origin}${orderUrl.pathname}`)
      expect(status).toBe(200)
      expect(html).toContain('Product DESK-LAMP')
    }
  })
}, 240_000)
