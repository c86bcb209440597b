import { createHash } from 'node:crypto'
import type { AuditEntry } from '@/lib/db/generated/client'
import { postgres, transaction } from '@/lib/db/postgres'

const DAY_MS = 86_400_000
/** Longer than any transaction, so that no entry of a day is committed after its seal. */
export const SEAL_AFTER_MS = 15 * 60_000
const BATCH = 1_000

/** The seal of a day before the first one. */
const NOTHING = '0'.repeat(64)

/** A day of the audit log whose entries do not match its seal. */
export interface BrokenSeal {
  /** The day (UTC), as 2026-12-01. */
  day: string
  fault: 'changed' | 'seal missing'
}

/**
 * Seals all days (UTC) that are over and not sealed yet, also those without entries, so that a missing seal shows.
 * Several workers may do this at once. Returns how many days were sealed.
 */
export async function sealDays(now = new Date()): Promise<number> {
  const end = dayOf(new Date(Number(now) - SEAL_AFTER_MS))
  const first = await firstDay()
  if (!first) return 0
  let sealed = 0
  for (let day = await nextUnsealed(first); day < end; day = later(day)) {
    const { hash, entries } = await sealOf(day, await hashBefore(day))
    sealed += await transaction(async (tx) => {
      const { count } = await tx.auditSeal.createMany({ data: [{ day, entries, hash }], skipDuplicates: true })
      return count
    })
  }
  return sealed
}

/**
 * Compares every seal with the entries of its day. Returns the days that do not match: an entry was edited, added or
 * removed later, or the seal itself was. A day that does not match does not make the days after it suspicious.
 */
export async function verifySeals(now = new Date()): Promise<BrokenSeal[]> {
  const first = await firstDay()
  if (!first) return []
  const broken: BrokenSeal[] = []
  const last = await lastSealed()
  // Without any seal, days that ought to have one since yesterday are missing theirs.
  const end = last ? later(last) : dayOf(new Date(Number(now) - DAY_MS - SEAL_AFTER_MS))
  let previous = NOTHING
  for (let day = first; day < end; day = later(day)) {
    const seal = await postgres().auditSeal.findUnique({ where: { day } })
    if (!seal) broken.push({ day: nameOf(day), fault: 'seal missing' })
    else {
      const { hash, entries } = await sealOf(day, previous)
      if (seal.hash !== hash || seal.entries !== entries) broken.push({ day: nameOf(day), fault: 'changed' })
    }
    previous = seal?.hash ?? NOTHING
  }
  return broken
}

async function sealOf(day: Date, previous: string): Promise<{ hash: string; entries: number }> {
  const hash = createHash('sha256').update(`${previous} ${nameOf(day)}\n`)
  let entries = 0
  for (let after = -1n; ; ) {
    const rows = await postgres().auditEntry.findMany({
      where: { at: { gte: day, lt: later(day) }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const row of rows) hash.update(`${lineOf(row)}\n`)
    entries += rows.length
    if (rows.length < BATCH) return { hash: hash.digest('hex'), entries }
    after = rows.at(-1)!.id
  }
}

/** Returns an entry as text in which the order of keys does not matter. */
const lineOf = (row: AuditEntry): string =>
  JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

async function hashBefore(day: Date): Promise<string> {
  const seal = await postgres().auditSeal.findUnique({ where: { day: new Date(Number(day) - DAY_MS) } })
  return seal?.hash ?? NOTHING
}

/** Returns the first day of the log; null if nothing was ever entered. */
async function firstDay(): Promise<Date | null> {
  const [entry, seal] = await Promise.all([
    postgres().auditEntry.findFirst({ orderBy: { at: 'asc' }, select: { at: true } }),
    postgres().auditSeal.findFirst({ orderBy: { day: 'asc' }, select: { day: true } }),
  ])
  const days = [...(entry ? [dayOf(entry.at)] : []), ...(seal ? [seal.day] : [])]
  return days.sort((a, b) => Number(a) - Number(b))[0] ?? null
}

async function lastSealed(): Promise<Date | null> {
  return (await postgres().auditSeal.findFirst({ orderBy: { day: 'desc' } }))?.day ?? null
}

/** Returns the first day after the last seal. Days before it without a seal have lost it, and are not sealed again. */
async function nextUnsealed(first: Date): Promise<Date> {
  const last = await lastSealed()
  return last ? later(last) : first
}

const dayOf = (at: Date) => new Date(Math.floor(Number(at) / DAY_MS) * DAY_MS)
const later = (day: Date) => new Date(Number(day) + DAY_MS)
const nameOf = (day: Date) => day.toISOString().slice(0, 10)
