/**
 * What people say of what they bought: titles and sentences by how content they are. Templates of text.ts; besides the
 * specs they may name `noun`, `brand`, `leaf` (slug of the category), and by the number of the noun `It`, `it`, `is`,
 * `has`, `does`, `them`, `was`. A sentence must be true of everything that its condition lets through.
 */
export interface Voice {
  titles: { good: string[]; fine: string[]; bad: string[] }
  /** Four and five stars. */
  good: string[]
  /** Three stars, or what four of them still miss. */
  fine: string[]
  /** One and two stars. */
  bad: string[]
}
