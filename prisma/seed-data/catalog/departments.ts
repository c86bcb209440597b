import { beauty } from './departments/beauty'
import { books } from './departments/books'
import { clothing } from './departments/clothing'
import { electronics } from './departments/electronics'
import { groceries } from './departments/groceries'
import { home } from './departments/home'
import { sports } from './departments/sports'
import { toys } from './departments/toys'
import { vehicles } from './departments/vehicles'
import type { Department } from './leaf'

/** The departments, in menu order. */
export const DEPARTMENTS: readonly Department[] = [
  electronics,
  clothing,
  home,
  groceries,
  books,
  beauty,
  sports,
  toys,
  vehicles,
]

export const LEAVES = DEPARTMENTS.flatMap(({ leaves }) => leaves)
