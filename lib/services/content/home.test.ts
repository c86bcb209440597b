import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { newSince } from '@/lib/domain/catalog/newness'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { liveStock } from '../inventory/live-stock'
import { allDepartments, home, menu } from './home'
import { canBeShownAtHome, forgetShownAtHome } from './shown-at-home'

const now = new Date()

beforeAll(() => seed({ products: 600, orders: 40, now }))
afterAll(async () => (await searchEngine()).close())

describe('the home page', () => {
  it('shows the products in its headline, in stock and from different departments', async () => {
    const { highlights } = await home(now)
    expect(highlights).toHaveLength(7)
    expect(highlights[0]?.name).toMatch(/lamp/i)
    expect(highlights[1]?.name).toMatch(/lemon/i)
    expect(new Set(highlights.map(({ category }) => category)).size).toBe(7)
    expect(highlights.some(({ stock }) => stock === 'sold_out')).toBe(false)
  })

  it('shows the sales that end first, with their initial stock', async () => {
    const { flash } = await home(now)
    expect(flash.length).toBeGreaterThan(0)
    expect(flash.map(({ endsAt }) => endsAt)).toEqual(flash.map(({ endsAt }) => endsAt).sort())
    for (const { card, left, of, endsAt } of flash) {
      expect(card.percent).toBeGreaterThan(0)
      expect(endsAt > now.toISOString()).toBe(true)
      const { onHand } = await postgres().inventory.findUniqueOrThrow({ where: { sku: card.sku } })
      expect([left, of >= left]).toEqual([onHand, true])
    }
  })

  it('counts new products and shows the newest first', async () => {
    const { fresh } = await home(now)
    expect(fresh.total).toBe(await products().countDocuments({ status: 'active', createdAt: { $gte: newSince(now) } }))
    const newest = await products().find({ status: 'active' }).sort({ createdAt: -1 }).limit(1).next()
    expect(fresh.cards[0]?.id).toBe(newest?._id.toHexString())
  })
})

describe('a change of a product', () => {
  const idsOf = async () => {
    const { fresh, flash, drops, highlights } = await home(now)
    return [...fresh.cards, ...drops.cards, ...highlights, ...flash.map(({ card }) => card)].map(({ id }) => id)
  }

  it('affects the home page only if that shows the product', async () => {
    forgetShownAtHome()
    const shown = await idsOf()
    const other = await products().findOne({ _id: { $nin: shown.map((id) => new ObjectId(id)) } })
    for (const id of shown) expect(canBeShownAtHome([id])).toBe(true)
    expect(canBeShownAtHome([String(other?._id)])).toBe(false)
    expect(canBeShownAtHome([])).toBe(false)

    forgetShownAtHome()
    expect(canBeShownAtHome(shown)).toBe(false)
  })

  it('affects a home page being rendered, which may have read the product before', async () => {
    forgetShownAtHome()
    const rendering = home(now)
    expect(canBeShownAtHome(['f'.repeat(24)])).toBe(true)
    await rendering
    expect(canBeShownAtHome(['f'.repeat(24)])).toBe(false)
  })
})

describe('the departments', () => {
  it('contain all products of the shop, and so do their categories', async () => {
    const { departments, total } = await allDepartments()
    const sum = (links: { count: number }[]) => links.reduce((all, { count }) => all + count, 0)
    expect(total).toBe(await products().countDocuments({ status: 'active' }))
    expect(sum(departments)).toBe(total)
    for (const department of departments) expect(sum(department.children)).toBe(department.count)
    expect((await menu()).total).toBe(total)
  })
})

describe('live stock', () => {
  it('is a number if few are left, 0 if none, and null if there are enough', async () => {
    const rows = await postgres().inventory.findMany()
    const [productId] = rows.map((row) => row.productId)
    const stock = await liveStock([productId!, 'f'.repeat(24)])
    for (const { sku, onHand, lowStockThreshold } of rows.filter((row) => row.productId === productId))
      expect(stock[productId!]?.[sku]).toEqual({ left: onHand > lowStockThreshold ? null : onHand })
    expect(stock['f'.repeat(24)]).toEqual({})
    expect(await liveStock([])).toEqual({})
  })
})
