export const CARE_CLOSE = [
  'All ingredients are on the front, in words.',
  'Not tested on animals. Tested on us.',
  'Keep it out of the sun, and in reach.',
  '[noun!=hand mirror] [noun!=bath sponge] [noun!=comb] [noun!=scissors] A refill costs a third less.',
]
