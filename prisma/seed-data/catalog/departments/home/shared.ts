export const FURNITURE_CLOSE = [
  'Delivered by two people, who carry it to where it belongs.',
  'Four bolts and one key. The key is taped underneath.',
  'Covers, legs and slats can be had singly.',
  'Sit on it for 30 days. If it is not right, we fetch it.',
]
