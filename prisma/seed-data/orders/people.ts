import type { Address } from '@/lib/contracts/checkout/checkout'
import { slugOf } from '@/lib/domain/catalog/slug'
import type { Country } from '@/lib/domain/shipping/country'
import type { Rng } from '../random'

export interface Person {
  email: string
  address: Address
}

const CITIES: Record<Country, [postcode: string, city: string][]> = {
  DE: [
    ['20099', 'Hamburg'],
    ['10115', 'Berlin'],
    ['50667', 'Köln'],
    ['04109', 'Leipzig'],
    ['28195', 'Bremen'],
    ['34117', 'Kassel'],
    ['79098', 'Freiburg'],
    ['90402', 'Nürnberg'],
    ['01067', 'Dresden'],
    ['48143', 'Münster'],
  ],
  AT: [
    ['1010', 'Wien'],
    ['8010', 'Graz'],
    ['4020', 'Linz'],
    ['5020', 'Salzburg'],
    ['6020', 'Innsbruck'],
  ],
  NL: [
    ['1012 AB', 'Amsterdam'],
    ['3511 CE', 'Utrecht'],
    ['6811 DG', 'Arnhem'],
    ['9711 GH', 'Groningen'],
    ['5911 JK', 'Venlo'],
  ],
}
const STREETS: Record<Country, string[]> = {
  DE: ['Lindenallee', 'Hafenstraße', 'Am Mühlenteich', 'Gartenweg', 'Kirchplatz', 'Schillerstraße', 'Alte Gasse'],
  AT: ['Rosengasse', 'Am Graben', 'Bachweg', 'Mariengasse', 'Neutorgasse'],
  NL: ['Kerkstraat', 'Molenweg', 'Dorpsstraat', 'Kanaalkade', 'Tulpenlaan'],
}
const FIRST: Record<Country, string[]> = {
  DE: [
    'Anna',
    'Lena',
    'Jonas',
    'Mehmet',
    'Clara',
    'Felix',
    'Ida',
    'Karl',
    'Nadia',
    'Paul',
    'Sophie',
    'Tom',
    'Yara',
    'Emil',
  ],
  AT: ['Theresa', 'Lukas', 'Johanna', 'Maximilian', 'Valentina', 'Georg', 'Marlene'],
  NL: ['Sanne', 'Daan', 'Femke', 'Bram', 'Lotte', 'Joris', 'Noor'],
}
const LAST: Record<Country, string[]> = {
  DE: [
    'Albers',
    'Brandt',
    'Demir',
    'Engel',
    'Fischer',
    'Groth',
    'Hansen',
    'Jansen',
    'Krüger',
    'Lorenz',
    'Möller',
    'Petersen',
    'Vogt',
    'Weiß',
  ],
  AT: ['Gruber', 'Huber', 'Steiner', 'Moser', 'Pichler', 'Winkler'],
  NL: ['de Boer', 'Visser', 'Bakker', 'van Dijk', 'Smit', 'Mulder'],
}

/** Returns a fictional person with a plausible address. */
export function makePerson(rng: Rng): Person {
  const country = rng.pick<Country>(['DE', 'DE', 'DE', 'DE', 'DE', 'DE', 'AT', 'AT', 'NL', 'NL'])
  const [postcode, city] = rng.pick(CITIES[country])
  const firstName = rng.pick(FIRST[country])
  const lastName = rng.pick(LAST[country])
  const local = [firstName, lastName].map((name) => slugOf(name.replaceAll('ö', 'oe').replaceAll('ü', 'ue'))).join('.')
  return {
    email: `${local}${rng.int(2, 98)}@example.com`,
    address: {
      firstName,
      lastName,
      street: `${rng.pick(STREETS[country])} ${rng.int(1, 120)}`,
      extra: rng.chance(0.12) ? rng.pick(['c/o Petersen', '2nd floor', 'Back building', 'Ring twice']) : undefined,
      postcode,
      city,
      country,
    },
  }
}
