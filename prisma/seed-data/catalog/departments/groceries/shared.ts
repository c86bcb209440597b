import type { Line } from '@/prisma/seed-data/catalog/leaf'
import { chance, choice, type Drawn, flag, text } from '@/prisma/seed-data/catalog/specs'
import { COUNTRY_NAMES, countryOf, placesOf } from '@/prisma/seed-data/orders/places'

export const FRESH_CLOSE = [
  'Packed on the day it leaves, in paper.',
  'If something arrives bruised, tell us; we send it again.',
  'Best eaten soon, and with somebody.',
  'The box goes back into the paper bin.',
]

export const NORTH = placesOf('Germany', 'Austria', 'Netherlands', 'France')

export const SOUTH = placesOf('Italy', 'Spain', 'Greece', 'Portugal')

/** Returns three specs: place of origin, the country of that place, and whether the food is organic. */
export const originSpecs = (places: Drawn = SOUTH) => [
  text('place', 'From', 'Origin', places),
  choice('country', 'Country', 'Origin', COUNTRY_NAMES, (_, { place }) => countryOf(place)),
  flag('organic', 'Organic', 'Origin', chance(0.45)),
]

export const KILOS = {
  pack: { label: 'Pack', values: ['500 g', '1 kg', '3 kg'], take: [1, 3] as const, times: [0.55, 1, 2.7] },
}

export const PIECES = {
  pack: { label: 'Pack', values: ['1 piece', '2 pieces', '6 pieces'], take: [1, 3] as const, times: [1, 1.9, 5.2] },
}

export const PUNNETS = {
  pack: { label: 'Pack', values: ['250 g', '500 g', '1 kg'], take: [1, 2] as const, times: [0.55, 1, 1.9] },
}

export const produce = (
  noun: string,
  motif: Line['motif'],
  price: Line['price'],
  options: Line['options'],
  texts: Pick<Line, 'taglines' | 'open'>,
  rest: Partial<Line> = {},
): Line => ({
  noun,
  motif,
  brands: ['Hof Wiesengrund', 'Casa Limone', 'Larder'],
  names: [`{place} ${noun}`, `[organic] Organic {place} ${noun}`],
  price,
  options,
  ...texts,
  ...rest,
})

export const packs = (...values: string[]) => ({
  pack: { label: 'Pack', values, take: [1, 3] as const, times: values.map((_, index) => [1, 1.9, 3.6][index] ?? 1) },
})

export const PANTRY_CLOSE = [
  'Open it, eat it, rinse the jar.',
  'Keeps for ages, but never does.',
  'Labelled by hand; the date is legible.',
  'One for the shelf, one for somebody else.',
]
