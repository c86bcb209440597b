/**
 * Titles and sentences of reviews, by rating. They are templates; see text.ts. In addition to the specs, they may use
 * `noun`, `brand` and `leaf` (slug of the category), and forms that agree in number with the noun: `It`, `it`, `is`,
 * `has`, `does`, `them`, `was`. A sentence must be true of every product that meets its condition.
 */
export interface ReviewText {
  titles: { good: string[]; fine: string[]; bad: string[] }
  /** Sentences for reviews with four or five stars. */
  good: string[]
  /** Sentences for reviews with three stars, and for the reservation in a four-star review. */
  fine: string[]
  /** Sentences for reviews with one or two stars. */
  bad: string[]
}
