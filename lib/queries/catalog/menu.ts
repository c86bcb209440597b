import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { allDepartments, type Department, type Menu, menu } from '@/lib/services/content/home'

export type MenuData = Menu

/** The departments with their products counted. The counts may lag: nothing but a change of the tree expires them. */
export async function getMenu(): Promise<MenuData> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.menu)
  return menu()
}

/** The departments with the categories in each. */
export async function getDepartments(): Promise<{ departments: Department[]; total: number }> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.menu)
  return allDepartments()
}
