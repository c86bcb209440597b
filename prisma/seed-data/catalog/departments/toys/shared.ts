export const CLOSE = [
  'Tested by children who were told nothing.',
  'Lost a piece? Write to us; there is a drawer.',
  'Paint that may be chewed, and will be.',
  'Wrapped on request, in paper with holes for peeking.',
]
