import type { Category, CategoryDocument, SpecDefinition } from '@/lib/contracts/catalog/category'
import { isColour } from '@/lib/domain/catalog/specs'
import { ShortMemory } from '../short-memory'
import { findCategories } from './documents'
import { commonColours, sharedSpecs } from './shared-specs'

/** All categories, held in memory. A shop has tens or hundreds of them. */
export interface CategoryTree {
  byPath: ReadonlyMap<string, Category>
  /** Specs by which listings of the whole shop can be filtered. */
  specs: SpecDefinition[]
  /** Returns the children of a category in display order; for null, the departments. */
  childrenOf(path: string | null): Category[]
  /** Returns the categories along a path, from the department down to the category itself. */
  trailOf(path: string): Category[]
  /** Returns the current path of the category that most recently had this path; null if there is none. */
  movedTo(formerPath: string): string | null
}

const FRESH_FOR_MS = 1_000
// On globalThis, because bundles may contain this module twice, and both copies must share one cache.
const shared = globalThis as typeof globalThis & { nexusCategories?: ShortMemory<CategoryTree> }
shared.nexusCategories ??= new ShortMemory({ forMs: FRESH_FOR_MS, max: 1 })
const kept = shared.nexusCategories

/** Returns the category tree. Cached for a second, because nearly every request needs it and it rarely changes. */
export const categoryTree = (): Promise<CategoryTree> => kept.get('all', readTree)

/** Drops the cached tree. Call this after a category has changed. */
export const forgetCategories = (): void => kept.forget()

async function readTree(): Promise<CategoryTree> {
  const all = (await findCategories()).map(toCategory).sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1))
  const byPath = new Map(all.map((category) => [category.path, withSharedSpecs(category, all)]))
  const moved = new Map(all.flatMap(({ path, formerPaths = [] }) => formerPaths.map((former) => [former, path])))
  return {
    byPath,
    specs: commonColours(all.map(({ specs }) => specs)),
    childrenOf: (path) => all.filter(({ parent }) => parent === path),
    trailOf: (path) =>
      path.split('/').flatMap((_, index, slugs) => byPath.get(slugs.slice(0, index + 1).join('/')) ?? []),
    movedTo: (formerPath) => moved.get(formerPath) ?? null,
  }
}

/**
 * Adds filterable specs to a parent category, which has no schema of its own: the specs that all categories below it
 * share, and one common colour spec.
 */
function withSharedSpecs(category: Category, all: readonly Category[]): Category {
  const below = all.filter(({ path, specs }) => specs.length > 0 && path.startsWith(`${category.path}/`))
  if (below.length === 0) return category
  const schemas = below.map(({ specs }) => specs)
  const shared = sharedSpecs(schemas)
  return { ...category, specs: shared.some(isColour) ? shared : [...commonColours(schemas), ...shared] }
}

function toCategory({ _id, updatedAt, ...category }: CategoryDocument): Category {
  return category
}

/** Returns the names and links of the categories along the path, from the department down. */
export const trailLinks = (tree: CategoryTree, path: string) =>
  tree.trailOf(path).map((category) => ({ name: category.name, href: `/c/${category.path}` }))

/** Sums up the product counts of leaf categories, so that each category's count includes its descendants. */
export function countsByCategory(leaves: Iterable<readonly [path: string, products: number]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [leaf, products] of leaves) {
    const slugs = leaf.split('/')
    for (const index of slugs.keys()) {
      const path = slugs.slice(0, index + 1).join('/')
      counts.set(path, (counts.get(path) ?? 0) + products)
    }
  }
  return counts
}
