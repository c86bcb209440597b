import { expect, test } from './support/test'

for (const path of ['/', '/search?q=lamp', '/api/cart', '/pictures/none.webp', '/nothing/here'])
  test(`${path} is shown in no frame and guessed to be nothing else`, async ({ request }) => {
    expect((await request.get(path)).headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "frame-ancestors 'none'",
    })
  })

test('the address of an order is told to no other site', async ({ request }) => {
  const answer = await request.get('/orders/00000000-0000-4000-8000-000000000000')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['referrer-policy']).toBe('same-origin')
})
