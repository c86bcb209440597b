import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import type { ProviderId } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'
import { emptyStores } from '../../testing/fixtures'
import { hashPassword } from '../sign-in/passwords'
import { disconnect, listAccounts } from './accounts'

const client = () => ({ network: randomUUID(), userAgent: 'a browser', deviceId: null })
const settings = (...names: ('GOOGLE' | 'GITHUB')[]) =>
  Object.fromEntries(names.flatMap((name) => [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`].map((key) => [key, 'x'])))

beforeEach(async () => {
  Object.assign(env(), settings('GOOGLE', 'GITHUB'))
  await emptyStores()
})

async function givenUser(email = 'ines@example.com'): Promise<string> {
  const user = { email, emailKey: email, emailVerifiedAt: new Date(), name: 'Ines' }
  return (await postgres().user.create({ data: user })).id
}

const givenAccount = (userId: string, provider: ProviderId) =>
  postgres().oAuthAccount.create({ data: { provider, providerAccountId: '1', userId, email: null } })

describe('disconnecting', () => {
  it('is refused for the last way in', async () => {
    const userId = await givenUser()
    await givenAccount(userId, 'google')
    await expect(disconnect({ userId, provider: 'google' }, client())).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await postgres().oAuthAccount.count()).toBe(1)
  })

  it.each(['password', 'passkey', 'provider'])('leaves a %s as the other way in', async (other) => {
    const userId = await givenUser()
    await givenAccount(userId, 'google')
    if (other === 'password')
      await postgres().passwordCredential.create({ data: { userId, hash: await hashPassword('four words in a row') } })
    if (other === 'passkey')
      await postgres().passkey.create({
        data: { id: 'k', userId, publicKey: new Uint8Array(1), counter: 0n, transports: [], name: 'k' },
      })
    if (other === 'provider') await givenAccount(userId, 'github')
    await disconnect({ userId, provider: 'google' }, client())
    expect((await listAccounts(userId)).map(({ provider }) => provider)).toEqual(other === 'provider' ? ['github'] : [])
  })

  it('leaves one of two providers, even if both are disconnected at once', async () => {
    const userId = await givenUser()
    await givenAccount(userId, 'google')
    await givenAccount(userId, 'github')
    const both = (['google', 'github'] as const).map((provider) => disconnect({ userId, provider }, client()))
    const results = await Promise.allSettled(both)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await postgres().oAuthAccount.count()).toBe(1)
  })

  it('does not count a provider that is not configured any more', async () => {
    const userId = await givenUser()
    await givenAccount(userId, 'google')
    await givenAccount(userId, 'github')
    Object.assign(env(), { GITHUB_CLIENT_SECRET: undefined })
    await expect(disconnect({ userId, provider: 'google' }, client())).rejects.toMatchObject({ code: 'invalid_input' })
    await disconnect({ userId, provider: 'github' }, client())
    expect((await listAccounts(userId)).map(({ provider }) => provider)).toEqual(['google'])
  })

  it('touches nobody else’s', async () => {
    const other = await givenUser('other@example.com')
    await givenAccount(other, 'google')
    const userId = await givenUser()
    await givenAccount(userId, 'github')
    await expect(disconnect({ userId, provider: 'google' }, client())).resolves.toBeUndefined()
    expect(await postgres().oAuthAccount.count()).toBe(2)
  })
})
