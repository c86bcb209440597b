import { ObjectId } from 'mongodb'
import type { Synonym, SynonymDocument } from '@/lib/contracts/merchandising/synonym'
import { idOf } from './random'

/** Each line stands for one another. */
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

/** What is on the left stands for what is on the right as well, not the other way round. */
const ONE_WAY: [string[], string[]][] = [
  [['teddy', 'teddy bear'], ['bear']],
  [['wellies', 'wellingtons'], ['boots']],
  [['novel', 'novels'], ['fiction']],
  [['telly', 'tv'], ['television']],
  [['moisturiser', 'body lotion'], ['lotion']],
]

/** What shoppers of the demo shop call the same. */
export function makeSynonyms(updatedAt: Date): SynonymDocument[] {
  const rules: Synonym[] = [
    ...SAME.map((synonyms) => ({ mappingType: 'equivalent' as const, synonyms })),
    ...ONE_WAY.map(([input, synonyms]) => ({ mappingType: 'explicit' as const, input, synonyms })),
  ]
  return rules.map((rule) => ({ _id: new ObjectId(idOf(`synonym/${JSON.stringify(rule)}`)), ...rule, updatedAt }))
}
