import type { GuardedChild } from '@/lib/dev/launcher/process/guarded-child'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { spawnTool } from '@/lib/dev/launcher/process/tool'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { through, Wire } from '@/lib/dev/testing/wire'
import { announced } from './support/shop'
import { expect, test } from './support/test'

test.describe('while a database is down', () => {
  test.describe.configure({ mode: 'serial' })

  let wires: Record<'postgres' | 'mongodb', Wire>
  let server: GuardedChild
  let origin: string
  let unvisited: string[]

  // Starts a second server with the same build and data, whose database connections the test can cut.
  test.beforeAll(async ({ playwright, baseURL }) => {
    const { databaseUrl, mongodbUri } = joinRunningStore(loadSettings('production'))
    wires = {
      postgres: await Wire.to(Number(new URL(databaseUrl).port || 5432)),
      mongodb: await Wire.to(Number(new URL(mongodbUri).port || 27017)),
    }
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    server = spawnTool('next', ['start', '--port', String(port)], {
      env: {
        DATABASE_URL: through(wires.postgres, databaseUrl),
        MONGODB_URI: through(wires.mongodb, mongodbUri),
      },
    })
    const request = await playwright.request.newContext({ baseURL })
    const { products } = await announced(request)
    unvisited = products.slice(-4)
    await request.dispose()
  })

  test.afterAll(async () => {
    await server?.stop()
    await Promise.all(Object.values(wires ?? {}).map((wire) => wire.close()))
  })

  test('nobody is signed out because Postgres is down', async ({ browser }) => {
    const context = await browser.newContext()
    await context.addCookies([{ name: 'shop.sid', value: 'x'.repeat(43), url: origin }])
    const status = async () => (await context.request.get(`${origin}/api/me`).catch(() => null))?.status()
    await expect.poll(status, { timeout: 30_000 }).toBe(200)
    wires.postgres.cut()
    await expect.poll(status, { timeout: 15_000 }).toBe(503)
    const page = await context.newPage()
    await page.goto(`${origin}/account`)
    await expect(page.getByRole('heading', { name: 'This shelf fell down' })).toBeVisible()
    await page.goto(`${origin}/sign-in`)
    await expect(page.getByRole('heading', { name: 'Sign-in is unavailable' })).toBeVisible()
    await expect(page.getByText('signed out')).toHaveCount(0)
    expect((await context.cookies()).map(({ name }) => name)).toContain('shop.sid')
    wires.postgres.mend()
    await expect.poll(status, { timeout: 30_000 }).toBe(200)
    await context.close()
  })

  for (const [index, database] of (['postgres', 'mongodb'] as const).entries())
    test(`${database} is named, pages ask to try again, and everything recovers`, async ({ page, browser }) => {
      const health = async () => page.request.get(`${origin}/api/health`, { failOnStatusCode: false })
      await expect.poll(async () => (await health().catch(() => null))?.status(), { timeout: 30_000 }).toBe(200)

      wires[database].cut()
      await expect.poll(async () => (await health()).status(), { timeout: 15_000 }).toBe(503)
      expect(await (await health()).json()).toMatchObject({ [database]: 'down' })
      const product = `${origin}${unvisited[index]}`
      await page.goto(product)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 20_000 })

      // The start of a search page is sent before there are results, so the page shows the error but its status is 200.
      const plain = await browser.newContext({ javaScriptEnabled: false })
      const withoutScripts = await plain.newPage()
      const text = ['lamp', 'shirt'][index]
      for (const [path, status] of [
        [unvisited[index + 2]!, 500],
        [`/search?q=${text}`, 200],
      ] as const) {
        const answer = await withoutScripts.goto(`${origin}${path}`)
        await expect(withoutScripts.getByRole('heading', { name: 'This shelf fell down' }), path).toBeVisible()
        expect(answer?.status(), path).toBe(status)
      }
      await plain.close()
      expect((await page.request.get(`${origin}/api/listing?q=${text}`)).status()).toBe(503)

      wires[database].mend()
      await expect.poll(async () => (await health()).status(), { timeout: 30_000 }).toBe(200)
      const response = await page.goto(product)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('This shelf fell down')
      await expect(page.locator('main')).toContainText('€')
    })
})
