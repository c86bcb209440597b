/** Where food comes from. The place stands in the name, the country is a filter: they agree. */
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

/** The country of a place; undefined if it is none of ours. */
export const countryOf = (place: unknown): Country | undefined =>
  COUNTRY_NAMES.find((country) => COUNTRIES[country].some((name) => name === place))

/** Every place of these countries. */
export const placesOf = (...countries: Country[]): string[] => countries.flatMap((country) => COUNTRIES[country])
