export const EU = Array.from({ length: 12 }, (_, index) => `EU ${36 + index}`)

export const byShoeSize = { shoeSize: { label: 'Size', fits: true, values: EU, take: [3, 5] as const } }

export const SHOE_CLOSE = [
  'They run true. Between two sizes, take the larger.',
  'New laces are in the box, in a second colour.',
  'Resoled here for €45, for as long as the upper holds.',
  'Walk in them indoors first; the return is free for 30 days.',
]

export const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL']

export const bySize = { size: { label: 'Size', fits: true, values: SIZES, take: [3, 5] as const } }

export const CLOTHES_CLOSE = [
  'The size on the label is the size you have. We measured.',
  'Wash it less often than you think, and hang it up.',
  'Spare button inside, where there are buttons.',
  'If it does not fit, send it back within 30 days. The label is in the bag.',
  'Photographed as it is: no pins at the back.',
]
