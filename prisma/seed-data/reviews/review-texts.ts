import { everybody } from './review-texts/everybody'
import { books, groceries, toys } from './review-texts/pleasures'
import type { ReviewText } from './review-texts/review-text'
import { electronics, home, vehicles } from './review-texts/things'
import { beauty, clothing, sports } from './review-texts/wear'

const DEPARTMENTS: Record<string, ReviewText> = {
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

/** Returns the review texts that fit a department: its own texts first, then the general ones. */
export function reviewTextsOf(department: string): ReviewText[] {
  const own = DEPARTMENTS[department]
  return own ? [own, everybody] : [everybody]
}
