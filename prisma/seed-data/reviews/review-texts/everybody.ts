import type { ReviewText } from './review-text'

/** Texts that fit any product. */
export const everybody: ReviewText = {
  titles: {
    good: [
      'Just right',
      'Would buy again',
      'Better than I hoped',
      'No complaints',
      'Worth every cent',
      'Exactly as described',
      'Very happy',
      'A good buy',
      'Does what it says',
      '[department!=groceries] Found the right one',
      'Bought a second one',
      'My new favourite',
    ],
    fine: ['Good, with a but', 'Fine', 'Does the job', 'Nearly there', 'All right for the price', 'Not bad'],
    bad: ['Not for me', 'Expected more', '[department!=groceries] Sent it back', 'Disappointed', 'Would not buy again'],
  },
  good: [
    '[department!=groceries] {It} {is} exactly what the page says, down to the numbers.',
    'Second time I order from here, and it will not be the last.',
    'It came in one piece and well packed.',
    '[department!=groceries] Bought as a present, and then one more for myself.',
    '[department!=groceries|books] I compared five of them for a week. Glad I took my time.',
    'You can tell that somebody at {brand} thought about it.',
    '[department!=groceries|books] My sister has ordered the same since she saw mine.',
    'The pictures are honest, which is rarer than it should be.',
    '[department!=groceries|books] After a month of daily use there is nothing I would change.',
    'Packed in paper only. Thank you for that.',
  ],
  fine: [
    'A little dear for what it is, but I do not regret it.',
    '[department!=groceries|books] The colour is a touch darker than on my screen.',
    'It took a few days longer than promised.',
    '[department!=groceries|books] I had something a bit bigger in mind, and the measurements were there to read.',
    '[department!=books|groceries] Good, though not as good as the one that I had before.',
    '[leaf=seating|beds|desktops|cameras|gaming|radios|bicycles|scooters|models] The instructions are a sheet of drawings. You get there.',
  ],
  bad: [
    '[department!=groceries|books|clothing] It arrived with a dent, and the replacement was no better.',
    '[department!=groceries|books] It looked like more on the page. Sending it back was easy, I will say that.',
    'For this price I expect more care.',
    '[department!=groceries|books] I wanted to like it. I gave up after two weeks.',
    '[department!=groceries] Not what I imagined, and I did read the description.',
  ],
}
