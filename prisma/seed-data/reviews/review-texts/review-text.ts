/**
 * Titles and sentences of reviews by rating. They are templates, see text.ts. Besides the specs they may use `noun`,
 * `brand` and `leaf` (slug of the category), and forms that agree with the noun's number: `It`, `it`, `is`, `has`,
 * `does`, `them`, `was`. A sentence must be true of every product that meets its condition.
 */
export interface ReviewText {
  titles: { good: string[]; fine: string[]; bad: string[] }
  /** Texts for four and five stars. */
  good: string[]
  /** Texts for three stars, or for a reservation in a four-star review. */
  fine: string[]
  /** Texts for one and two stars. */
  bad: string[]
}
