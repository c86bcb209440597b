import { Db, MongoServerError } from 'mongodb'
import { afterEach, expect, it, vi } from 'vitest'
import { mongo, pingMongo, prepareMongo } from './mongo'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
const command = vi.spyOn(Db.prototype, 'command')

afterEach(() => command.mockRestore())

const refuseWith = (code: number) => {
  command.mockRejectedValue(new MongoServerError({ message: `refused with ${code}`, code }))
  return prepareMongo()
}

it('a server without validators is accepted; another refusal is logged once', async () => {
  for (const code of [9, 59, 72, 115]) await refuseWith(code)
  expect(warn).not.toHaveBeenCalled()
  await refuseWith(13)
  await refuseWith(13)
  expect(warn.mock.calls).toEqual([[expect.stringContaining('refused with 13')]])
})

it('no query waits for ever', async () => {
  await pingMongo()
  expect(mongo().client.options.socketTimeoutMS).toBe(30_000)
})
