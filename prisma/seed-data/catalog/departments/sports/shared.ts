export const CLOSE = [
  'Used for a season by people who are not careful.',
  'Repaired here, for the price of the thread.',
  'Comes with air, string or wax, as the case may be.',
  'If it breaks in play, send us the story and a photograph.',
]
