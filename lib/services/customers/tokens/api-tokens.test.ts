import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { isApiToken, newApiToken } from '@/lib/domain/customers/api-token'
import { countQueries, queriesOf } from '../../testing/counted'
import { emptyStores } from '../../testing/fixtures'
import { browser, createPerson } from '../../testing/people'
import {
  cleanUpApiTokens,
  createApiToken,
  findTokenOwner,
  listApiTokens,
  revokeApiToken,
  sealApiToken,
  showApiTokenOnce,
} from './api-tokens'

const DAY_MS = 86_400_000
const client = browser()
const kitchen = { name: 'Kitchen screen', scopes: ['orders:read' as const, 'cart:write' as const], expiresInDays: 90 }
const create = (userId: string, input: Partial<typeof kitchen> | { expiresInDays: null } = {}) =>
  createApiToken({ userId, client }, { ...kitchen, ...input })

let ines: string
beforeAll(countQueries)
beforeEach(async () => {
  await emptyStores()
  ines = await createPerson()
})
afterAll(() => emptyStores())

describe('an API token', () => {
  it('acts for its owner, within its scopes', async () => {
    const { id, token } = await create(ines)
    expect(isApiToken(token)).toBe(true)
    expect(await findTokenOwner(token)).toEqual({
      tokenId: id,
      userId: ines,
      scopes: ['orders:read', 'cart:write'],
      cartId: null,
    })
  })

  it('is stored as a hash only, and listed by its last four characters', async () => {
    const { token } = await create(ines)
    const rows = await postgres().$queryRaw<{ row: string }[]>`SELECT "ApiToken"::text AS row FROM "ApiToken"`
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(token.slice(4, 20))
    expect(await listApiTokens(ines)).toMatchObject([
      { name: 'Kitchen screen', short: `nxs_…${token.slice(-4)}`, lastUsedAt: null },
    ])
  })

  it('with a wrong checksum is refused without a query', async () => {
    const { token } = await create(ines)
    const mistyped = `${token.slice(0, 10)}${token[10] === 'a' ? 'b' : 'a'}${token.slice(11)}`
    for (const wrong of [mistyped, '', 'nxs_', "nxs_' OR 1=1 --", 'x'.repeat(100_000)]) {
      const { result, postgres } = await queriesOf(() => findTokenOwner(wrong))
      expect([result, postgres]).toEqual([null, []])
    }
    const unknown = await queriesOf(() => findTokenOwner(newApiToken()))
    expect([unknown.result, unknown.postgres.length]).toEqual([null, 1])
  })

  it('cannot have a scope that its creator does not hold', async () => {
    const beyond = createApiToken({ userId: ines, client, held: ['orders:read'] }, kitchen)
    await expect(beyond).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(beyond).rejects.toThrow('cart:write')
    expect(await postgres().apiToken.count()).toBe(0)
  })

  it('loses a scope that no longer exists', async () => {
    const { token } = await create(ines)
    await postgres().apiToken.updateMany({ data: { scopes: ['orders:read', 'catalog:write'] } })
    expect(await findTokenOwner(token)).toMatchObject({ scopes: ['orders:read'] })
  })

  it('is worth nothing once revoked, and is not listed any more', async () => {
    const { id, token } = await create(ines)
    await revokeApiToken({ userId: ines, id, client })
    await revokeApiToken({ userId: ines, id, client })
    expect(await findTokenOwner(token)).toBeNull()
    expect(await listApiTokens(ines)).toEqual([])
    expect(await postgres().authEvent.count({ where: { type: 'API token revoked' } })).toBe(1)
  })

  it('is revoked by nobody but its owner', async () => {
    const { id, token } = await create(ines)
    const other = await createPerson({ email: 'other@example.com' })
    await revokeApiToken({ userId: other, id, client })
    expect(await findTokenOwner(token)).not.toBeNull()
    expect(await showApiTokenOnce(other, { id, sealed: sealApiToken(token, ines) })).toBeNull()
    expect(await listApiTokens(other)).toEqual([])
  })

  it('expires at its time, unless it was made without one', async () => {
    const [{ token: short }, { token: endless }] = await Promise.all([
      create(ines),
      create(ines, { expiresInDays: null }),
    ])
    const [before, later] = [89.9, 90.1].map((days) => new Date(Date.now() + days * DAY_MS))
    expect(await findTokenOwner(short, before)).not.toBeNull()
    expect(await findTokenOwner(short, later)).toBeNull()
    expect(await findTokenOwner(endless, later)).not.toBeNull()
  })

  it('rests while its owner is on hold', async () => {
    const { token } = await create(ines)
    await postgres().user.updateMany({ data: { blockedAt: new Date() } })
    expect(await findTokenOwner(token)).toBeNull()
    await postgres().user.updateMany({ data: { blockedAt: null } })
    expect(await findTokenOwner(token)).not.toBeNull()
  })

  it('ends with the account', async () => {
    const { token } = await create(ines)
    await postgres().user.deleteMany()
    expect(await findTokenOwner(token)).toBeNull()
  })

  it('notes its last use once a minute', async () => {
    const { token } = await create(ines)
    const now = new Date()
    await findTokenOwner(token, now)
    const { postgres: asked } = await queriesOf(() => findTokenOwner(token, new Date(Number(now) + 30_000)))
    expect(asked).toHaveLength(1)
    expect(await listApiTokens(ines)).toMatchObject([{ lastUsedAt: now.toISOString() }])
    const later = new Date(Number(now) + 61_000)
    await findTokenOwner(token, later)
    expect(await listApiTokens(ines)).toMatchObject([{ lastUsedAt: later.toISOString() }])
  })

  it('is shown once, even if it is asked for ten times at once', async () => {
    const { id, token } = await create(ines)
    const sealed = sealApiToken(token, ines)
    expect(sealed).not.toContain(token.slice(4, 20))
    const shown = await Promise.all(Array.from({ length: 10 }, () => showApiTokenOnce(ines, { id, sealed })))
    expect(shown.filter(Boolean)).toEqual([token])
  })

  it('is one of at most 20 for a person, however many are made at once', async () => {
    const made = await Promise.allSettled(Array.from({ length: 25 }, () => create(ines)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    await expect(create(ines)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is deleted 90 days after its end', async () => {
    const [{ id }] = await Promise.all([create(ines), create(ines, { expiresInDays: null })])
    await revokeApiToken({ userId: ines, id, client })
    expect(await cleanUpApiTokens(new Date(Date.now() + 89 * DAY_MS))).toBe(0)
    expect(await cleanUpApiTokens(new Date(Date.now() + 91 * DAY_MS))).toBe(1)
    expect(await postgres().apiToken.count()).toBe(1)
  })
})
