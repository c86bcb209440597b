import { randomUUID } from 'node:crypto'
import type { Address } from '@/lib/contracts/checkout/checkout'
import type { SavedAddress } from '@/lib/contracts/customers'
import { storedAddressSchema } from '@/lib/contracts/orders'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'

const MAX_ADDRESSES = 50

/** Returns a person's addresses: the default first, then in the order in which they were added. */
export async function listAddresses(userId: string): Promise<SavedAddress[]> {
  const rows = await postgres().address.findMany({
    where: { userId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, address, isDefault, isInvoiceDefault }) => ({
    id,
    address: storedAddressSchema.parse(address),
    isDefault,
    isInvoiceDefault,
  }))
}

/** Keeps the address of somebody's first order, if they have none yet. */
export async function keepFirstAddress(userId: string, address: Address): Promise<void> {
  if ((await postgres().address.count({ where: { userId } })) > 0) return
  await addAddress({ userId, address, isDefault: true, isInvoiceDefault: true })
}

interface AddressInput {
  userId: string
  address: Address
  isDefault: boolean
  isInvoiceDefault: boolean
}

/** Adds an address. The first one is the default. Errors: invalid_input (there are too many). */
export async function addAddress(input: AddressInput): Promise<{ id: string }> {
  const { userId } = input
  const id = randomUUID()
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const count = await tx.address.count({ where: { userId } })
    if (count >= MAX_ADDRESSES)
      throw new DomainError('invalid_input', `There is room for ${MAX_ADDRESSES} addresses. Delete one first.`)
    const defaults = {
      isDefault: input.isDefault || count === 0,
      isInvoiceDefault: input.isInvoiceDefault || count === 0,
    }
    await clearDefaults(tx, userId, defaults)
    await tx.address.create({ data: { id, userId, address: stored(input.address), ...defaults } })
  })
  return { id }
}

/** Changes one of a person's addresses. A default stays one. Errors: not_found. */
export async function changeAddress({ id, ...input }: AddressInput & { id: string }): Promise<void> {
  const { userId } = input
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const old = await tx.address.findFirst({ where: { id, userId } })
    if (!old) throw new DomainError('not_found', 'This address is not in your list any more.')
    await clearDefaults(tx, userId, input)
    await tx.address.updateMany({
      where: { id, userId },
      data: {
        address: stored(input.address),
        isDefault: old.isDefault || input.isDefault,
        isInvoiceDefault: old.isInvoiceDefault || input.isInvoiceDefault,
      },
    })
  })
}

/**
 * Deletes one of a person's addresses. If it was a default, the oldest of the others becomes it. Returns the deleted
 * address, with which it can be added again, and the new default; null if it was not there.
 */
export async function deleteAddress(
  userId: string,
  id: string,
): Promise<{ deleted: SavedAddress; newDefault: SavedAddress | null } | null> {
  return transaction(async (tx) => {
    await lockPerson(tx, userId)
    const old = await tx.address.findFirst({ where: { id, userId } })
    if (!old) return null
    await tx.address.deleteMany({ where: { id, userId } })
    const next = await tx.address.findFirst({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    const { isDefault, isInvoiceDefault } = old
    const takesOver = { ...(isDefault && { isDefault }), ...(isInvoiceDefault && { isInvoiceDefault }) }
    if (next && (isDefault || isInvoiceDefault)) await tx.address.update({ where: { id: next.id }, data: takesOver })
    const view = (row: typeof old) => ({
      id: row.id,
      address: storedAddressSchema.parse(row.address),
      isDefault: row.isDefault,
      isInvoiceDefault: row.isInvoiceDefault,
    })
    return { deleted: view(old), newDefault: next && isDefault ? view({ ...next, isDefault }) : null }
  })
}

/** Keeps two changes at once from making two defaults, or none. */
const lockPerson = (tx: Tx, userId: string) =>
  tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`

async function clearDefaults(
  tx: Tx,
  userId: string,
  { isDefault, isInvoiceDefault }: { isDefault: boolean; isInvoiceDefault: boolean },
): Promise<void> {
  if (isDefault) await tx.address.updateMany({ where: { userId, isDefault }, data: { isDefault: false } })
  if (isInvoiceDefault)
    await tx.address.updateMany({ where: { userId, isInvoiceDefault }, data: { isInvoiceDefault: false } })
}

/** Returns an address without undefined values, which JSON columns refuse. */
const stored = (address: Address) => ({ ...address, extra: address.extra ?? '' })
