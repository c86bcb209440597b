export const CLOSE = [
  '[noun=laptop] In the box: the laptop, a charger, one sheet of paper. No stickers.',
  '[noun=laptop] It comes charged, because nobody wants to wait on the first evening.',
  '[noun=desktop] In the box: screen, keyboard, one cable, one sheet of paper.',
  'Screws, not glue. The manual for taking it apart is printed, and free.',
  'If it is not for you, send it back within 30 days. The label is in the box.',
]
