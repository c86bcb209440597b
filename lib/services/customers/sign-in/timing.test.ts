import { beforeEach, expect, it } from 'vitest'
import { emptyStores } from '../../testing/fixtures'
import { browser, createPerson } from '../../testing/people'
import { signInWithPassword } from './by-password'

const PEOPLE = 5
const TRIES = 20

beforeEach(() => emptyStores())

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

it('a sign-in takes as long for an unknown address as for a wrong password, over 200 tries', async () => {
  const emails = Array.from({ length: PEOPLE }, (_, n) => `person${n}@example.com`)
  for (const email of emails) await createPerson({ email })
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const attempt = async (kind: keyof typeof times, email: string) => {
    const start = performance.now()
    await expect(signInWithPassword({ email, password: 'not the password' }, browser())).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    times[kind].push(performance.now() - start)
  }
  await attempt('known', emails[0]!) // loads what is loaded once
  times.known.length = 0
  for (let round = 0; round < TRIES; round++)
    for (const email of emails) {
      await attempt('known', email)
      await attempt('unknown', `un${email}`)
    }
  expect(Math.abs(median(times.known) / median(times.unknown) - 1)).toBeLessThan(0.15)
}, 120_000)
