import { expect, it } from 'vitest'
import { limitedTo } from './admission'

/** Returns a piece of work that does not finish until the test ends it. */
function held() {
  let finish = () => {}
  const promise = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { work: () => promise, finish: () => finish() }
}

it('checkouts run up to the limit, further ones queue, and beyond the queue they get a time to retry', async () => {
  const admit = limitedTo({ atOnce: 2, maxWaiting: 1, maxWaitMs: 60_000 })
  const first = held()
  const running = [admit(first.work), admit(first.work)]
  let hasStarted = false
  const waiting = admit(async () => {
    hasStarted = true
    return 'done'
  })
  await expect(admit(async () => 'done')).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('not been charged'),
    details: { retryAfterSeconds: 5 },
  })
  expect(hasStarted).toBe(false)
  first.finish()
  expect(await waiting).toBe('done')
  await Promise.all(running)
})

it('a checkout that waited too long is refused, and the next one runs', async () => {
  const admit = limitedTo({ atOnce: 1, maxWaiting: 9, maxWaitMs: 20 })
  const first = held()
  const running = admit(first.work)
  const late = admit(async () => 'done')
  setTimeout(first.finish, 50)
  await expect(late).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 5 } })
  expect(await admit(async () => 'done')).toBe('done')
  await running
})
