import { everybody } from './voices/everybody'
import { books, groceries, toys } from './voices/pleasures'
import { electronics, home, vehicles } from './voices/things'
import type { Voice } from './voices/voice'
import { beauty, clothing, sports } from './voices/wear'

const DEPARTMENTS: Record<string, Voice> = {
  electronics,
  home,
  vehicles,
  clothing,
  beauty,
  sports,
  groceries,
  books,
  toys,
}

/** What is said of the products of a department: its own, then what is said of anything. */
export function voicesOf(department: string): Voice[] {
  const own = DEPARTMENTS[department]
  return own ? [own, everybody] : [everybody]
}
