/**
 * Titles and sentences of reviews by rating: templates, see text.ts. Besides the specs they may use `noun`, `brand` and
 * `leaf` (slug of the category), and forms that agree with the noun's number: `It`, `it`, `is`, `has`, `does`, `them`,
 * `was`. A sentence must hold for every product that meets its condition.
 */
export interface ReviewText {
  titles: { good: string[]; fine: string[]; bad: string[] }
  /** Four and five stars. */
  good: string[]
  /** Three stars, or a reservation in a four-star review. */
  fine: string[]
  /** One and two stars. */
  bad: string[]
}
