import { ObjectId } from 'mongodb'
import type { Synonym, SynonymDocument } from '@/lib/contracts/merchandising/synonym'
import { idOf } from '../random'

/** Synonyms that work in both directions, one group per line. */
const SAME = [
  ['sofa', 'couch', 'settee'],
  ['sneakers', 'trainers', 'runners', 'running shoes'],
  ['t-shirt', 'tee', 'tshirt'],
  ['phone', 'smartphone', 'mobile', 'mobile phone', 'cellphone', 'handy'],
  ['desktop', 'desktop computer', 'pc'],
  ['headphones', 'headset', 'earphones'],
  ['controller', 'gamepad', 'joypad'],
  ['watch', 'wristwatch'],
  ['trousers', 'pants', 'slacks'],
  ['coat', 'overcoat', 'jacket'],
  ['backpack', 'rucksack', 'daypack'],
  ['sunglasses', 'shades', 'sunnies'],
  ['umbrella', 'brolly'],
  ['pan', 'frying pan', 'skillet'],
  ['spanner', 'wrench'],
  ['sweets', 'candy'],
  ['biscuits', 'cookies'],
  ['aubergine', 'eggplant'],
  ['courgette', 'zucchini'],
  ['football', 'soccer ball'],
  ['racket', 'racquet'],
  ['bicycle', 'bike', 'cycle'],
  ['children', 'kids'],
  ['soft animals', 'soft toys', 'cuddly toys', 'stuffed animals', 'plush'],
  ['puzzle', 'jigsaw'],
  ['grey', 'gray'],
]

/**
 * Synonyms that work in one direction: a search for a term on the left also finds the terms on the right, not vice
 * versa.
 */
const ONE_WAY: [string[], string[]][] = [
  [['teddy', 'teddy bear'], ['bear']],
  [['wellies', 'wellingtons'], ['boots']],
  [['novel', 'novels'], ['fiction']],
  [['telly', 'tv'], ['television']],
  [['moisturiser', 'body lotion'], ['lotion']],
]

/** Returns the synonyms of the demo shop. */
export function makeSynonyms(updatedAt: Date): SynonymDocument[] {
  const rules: Synonym[] = [
    ...SAME.map((synonyms) => ({ mappingType: 'equivalent' as const, synonyms })),
    ...ONE_WAY.map(([input, synonyms]) => ({ mappingType: 'explicit' as const, input, synonyms })),
  ]
  return rules.map((rule) => ({ _id: new ObjectId(idOf(`synonym/${JSON.stringify(rule)}`)), ...rule, updatedAt }))
}
