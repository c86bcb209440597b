import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { allDepartments, type Department, type Menu, menu } from '@/lib/services/content/home'

export type MenuData = Menu

/**
 * Returns the departments with product counts. The counts may be outdated, because only changes to the category tree
 * expire them.
 */
export async function getMenu(): Promise<MenuData> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.menu)
  return menu()
}

/** Returns the departments with their categories. */
export async function getDepartments(): Promise<{ departments: Department[]; total: number }> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.menu)
  return allDepartments()
}
