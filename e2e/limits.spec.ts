import { randomUUID } from 'node:crypto'
import { addressFor, expect, test } from './support/test'

test('guesses are limited by the address that a trusted proxy notes, whatever a client says of its socket', async ({
  request,
}) => {
  const guess = (from: string) =>
    request.post('/track/order', {
      form: { number: '20417', email: `${randomUUID()}@example.com` },
      headers: { accept: 'application/json', 'x-forwarded-for': from, 'x-peer-address': addressFor(randomUUID()) },
    })
  const stranger = addressFor(randomUUID())
  for (let i = 0; i < 10; i++) expect((await guess(`${addressFor(randomUUID())}, ${stranger}`)).status()).toBe(404)
  const refused = await guess(stranger)
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
  expect((await guess(addressFor(randomUUID()))).status()).toBe(404)
})
