/** Places of origin of food, by country. A place is part of a product's name, its country is a filter. */
export const COUNTRIES = {
  Italy: [
    'Amalfi',
    'Sorrento',
    'Sicilian',
    'Apulian',
    'Tyrolean',
    'Ligurian',
    'Tuscan',
    'Sardinian',
    'Campanian',
    'Parma',
  ],
  Spain: ['Murcia', 'Valencia', 'Andalusian', 'Galician', 'Basque', 'Catalan', 'Canary', 'Asturian'],
  Germany: [
    'Altes Land',
    'Black Forest',
    'Holstein',
    'Franconian',
    'Palatine',
    'Saxon',
    'Swabian',
    'Lüneburg',
    'Hamburg',
    'Rügen',
  ],
  France: ['Provençal', 'Breton', 'Gascon', 'Alsatian', 'Norman', 'Savoy', 'Corsican'],
  Austria: ['Styrian', 'Wachau', 'Vorarlberg', 'Carinthian', 'Marchfeld'],
  Netherlands: ['Westland', 'Zeeland', 'Frisian', 'Betuwe', 'Gouda'],
  Greece: ['Cretan', 'Laconian', 'Naxos', 'Thessalian', 'Kalamata'],
  Portugal: ['Algarve', 'Azorean', 'Alentejo', 'Madeiran'],
} as const

export type Country = keyof typeof COUNTRIES

export const COUNTRY_NAMES = Object.keys(COUNTRIES) as Country[]

/** Returns the country of a place; undefined if the place is unknown. */
export const countryOf = (place: unknown): Country | undefined =>
  COUNTRY_NAMES.find((country) => COUNTRIES[country].some((name) => name === place))

/** Returns all places in these countries. */
export const placesOf = (...countries: Country[]): string[] => countries.flatMap((country) => COUNTRIES[country])
