import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import { categoryPathSchema } from '@/lib/contracts/common'
import { categories, collections, MAX_TIME_MS, merchandising, products } from '@/lib/db/mongo'
import { formerSlugs } from '@/lib/domain/catalog/former-slugs'
import { DomainError } from '@/lib/errors'
import { forgetCategories } from './categories'
import { findCategories } from './documents'
import { writeForPages } from './page-changes'

const options = { maxTimeMS: MAX_TIME_MS }

/**
 * Moves a category and its descendants to another path. Old addresses redirect; products, collections and merchandising
 * are updated. Throws `not_found` for an unknown category, and `invalid_input` if the path is taken or its parent is
 * missing.
 */
export async function moveCategory({ from, to }: { from: string; to: string }): Promise<void> {
  const target = categoryPathSchema.parse(to)
  const all = await findCategories()
  const moving = all.filter(({ path }) => path === from || path.startsWith(`${from}/`))
  if (moving.length === 0) throw new DomainError('not_found', 'There is no such category.')
  const parent = parentOf(target)
  if (all.some(({ path }) => path === target))
    throw new DomainError('invalid_input', 'There is a category at that path already. Nothing was moved.')
  const hasParent = parent === null || parent === parentOf(from) || all.some(({ path }) => path === parent)
  if (!hasParent || target.startsWith(`${from}/`))
    throw new DomainError('invalid_input', 'A category can only be moved below another one. Nothing was moved.')
  // The category itself comes last, so that an interrupted move can be repeated and completed.
  moving.sort((a, b) => b.path.length - a.path.length)
  await writeForPages({ everything: true }, async () => {
    for (const category of moving) await move(category, target + category.path.slice(from.length))
  })
  forgetCategories()
}

const parentOf = (path: string) => path.split('/').slice(0, -1).join('/') || null

async function move({ path, formerPaths }: CategoryDocument, to: string): Promise<void> {
  const changed = { $currentDate: { updatedAt: true } } as const
  await products().updateMany({ category: path }, { $set: { category: to }, ...changed }, options)
  await collections().updateMany({ 'filter.category': path }, { $set: { 'filter.category': to }, ...changed }, options)
  await merchandising().updateMany(
    { 'scope.type': 'category', 'scope.key': path },
    { $set: { 'scope.key': to }, ...changed },
    options,
  )
  const former = formerSlugs({ slug: path, former: formerPaths }, { slug: to })
  await categories().updateOne(
    { path },
    {
      $set: {
        path: to,
        slug: to.split('/').at(-1)!,
        parent: parentOf(to),
        ...(former && { formerPaths: former }),
      },
      ...changed,
    },
    options,
  )
}
