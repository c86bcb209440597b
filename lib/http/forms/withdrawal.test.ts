import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { WITHDRAWAL_LENGTHS, withdrawalSchema } from '@/lib/contracts/withdrawal'
import { openForm, sealForm } from './sent-form'

it('the longest statement comes to the page that confirms it as it was typed, whatever its script', () => {
  // Returns text without repetition and with three bytes per character, so that it cannot be compressed.
  const noise = (length: number, from: number) =>
    String.fromCharCode(...Array.from({ length }, (_, index) => 0x4e00 + ((from + index * 7_919) % 20_000)))
  const statement = withdrawalSchema.parse({
    name: noise(WITHDRAWAL_LENGTHS.name, 1),
    order: noise(WITHDRAWAL_LENGTHS.order, 5_000),
    email: `${'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(2).slice(0, 64)}@${'x7k2m9q4w1'.repeat(6)}.example`,
    part: noise(WITHDRAWAL_LENGTHS.part, 11_000),
    idempotencyKey: randomUUID(),
  })
  expect(openForm(sealForm({ id: 'a1b2c3d4', values: statement }))?.values).toEqual(statement)
})
