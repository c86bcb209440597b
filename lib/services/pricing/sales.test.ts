import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tagsOf } from '@/lib/cache'
import { products } from '@/lib/db/mongo'
import { BOOKS, emptyStores, givenProduct, loggedExpiries } from '../testing/fixtures'
import { announceSaleBoundaries } from './sales'

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 24, 12, minute, second))
const sale = (startsAt: Date, endsAt: Date) => ({ sale: { price: 500, startsAt, endsAt } })

beforeEach(() => emptyStores())

describe('sales', () => {
  it('that started or ended since the last run get their pages expired', async () => {
    const begins = await givenProduct({ sku: 'BEGINS', ...sale(at(5), at(50)) })
    const ends = await givenProduct({ sku: 'ENDS', category: BOOKS, ...sale(at(0), at(10)) })
    await givenProduct({ sku: 'RUNS', ...sale(at(0), at(50)) })
    await givenProduct({ sku: 'ENDED', ...sale(at(0), at(4)) })
    await givenProduct({ sku: 'PLAIN' })
    await announceSaleBoundaries({ from: at(4), to: at(10) })
    const [expiry, ...others] = await loggedExpiries()
    const pages = tagsOf({
      productIds: [begins, ends].map(({ _id }) => _id.toHexString()),
      categories: [begins.category, BOOKS],
      home: true,
    })
    expect(expiry?.tags.toSorted()).toEqual(pages.sort())
    expect(others).toEqual([])
  })

  it('that an unsound document describes are skipped and named, and the others announced', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { _id } = await givenProduct({ sku: 'BROKEN', ...sale(at(5), at(50)) })
    const sound = await givenProduct({ sku: 'SOUND', ...sale(at(5), at(50)) })
    await products().updateOne({ _id }, { $set: { category: '' } }, { bypassDocumentValidation: true })
    await announceSaleBoundaries({ from: at(4), to: at(10) })
    const [expiry] = await loggedExpiries()
    expect(expiry?.tags).toEqual(expect.arrayContaining(tagsOf({ productIds: [sound._id.toHexString()] })))
    expect(expiry?.tags).not.toContain(tagsOf({ productIds: [_id.toHexString()] })[0])
    expect(log.mock.calls).toEqual([[expect.stringContaining(_id.toHexString())]])
    log.mockRestore()
  })

  it('are checked again at the next start or end, or after a minute', async () => {
    await givenProduct({ sku: 'SOON', ...sale(at(10, 20), at(50)) })
    await givenProduct({ sku: 'SOONER', ...sale(at(0), at(10, 7)) })
    expect(await announceSaleBoundaries({ from: at(9), to: at(10) })).toEqual(at(10, 7))
    expect(await announceSaleBoundaries({ from: at(10), to: at(10, 7) })).toEqual(at(10, 20))
    expect(await announceSaleBoundaries({ from: at(10, 7), to: at(10, 20) })).toEqual(at(11, 20))
    expect(await loggedExpiries()).toHaveLength(2)
  })

  it('without a start or end expire nothing', async () => {
    await givenProduct({ sku: 'RUNS', ...sale(at(0), at(50)) })
    await announceSaleBoundaries({ from: at(4), to: at(10) })
    expect(await loggedExpiries()).toEqual([])
  })
})
