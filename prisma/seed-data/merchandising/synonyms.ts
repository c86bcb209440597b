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
  ['coat', 'overcoat', 'jacket', 'parka', 'anorak'],
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
  ['memory', 'ram'],
  ['storage', 'ssd', 'hard drive', 'disk'],
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
  [['raincoat', 'rain coat', 'rain jacket', 'mackintosh'], ['waterproof coat']],
  [['wireless', 'cordless'], ['bluetooth']],
  [['earbuds', 'earphones', 'airpods'], ['headphones']],
  [
    ['kid', 'child', 'toddler', 'baby', 'boy', 'girl'],
    ['toys', 'children'],
  ],
  [['e-bike', 'ebike', 'electric bike', 'electric bicycle', 'pedelec'], ['electric moped']],
  [
    ['gift', 'present', 'geschenk', 'cadeau'],
    ['toys', 'chocolate', 'candle', 'bouquet', 'soap', 'mug', 'notebook'],
  ],
  [
    ['bread', 'brot', 'brood'],
    ['loaf', 'baguette', 'flatbread'],
  ],
  [['espresso', 'cappuccino', 'filter coffee', 'kaffee', 'koffie', 'café'], ['coffee']],
  [
    ['flower', 'blumen', 'fleurs'],
    ['bouquet', 'tulips', 'sunflower', 'hibiscus'],
  ],
  [['pasta', 'noodles'], ['spaghetti']],
  [['sandals'], ['flip-flops', 'mules']],
  [['chinos', 'leggings', 'broek'], ['trousers']],
  [['running', 'jogging'], ['runner']],
  [
    ['swimming', 'swim', 'swimwear', 'bikini'],
    ['swimsuit', 'swim goggles', 'snorkel'],
  ],
  [
    ['hiking', 'trekking'],
    ['trail', 'camping'],
  ],
  [['travel', 'luggage'], ['suitcase']],
  [['cookbook', 'cook book', 'recipe book'], ['cooking']],
  [['thriller', 'detective story'], ['crime']],
  [['sci-fi', 'scifi'], ['science fiction']],
  [['black', 'charcoal', 'anthracite'], ['graphite']],
  [['grey'], ['graphite', 'silver']],
  [['beige', 'cream', 'khaki', 'tan'], ['sand']],
  [['dark blue'], ['navy']],
  [['light blue'], ['sky blue']],
  [['turquoise'], ['teal']],
  [['green', 'dark green'], ['moss']],
  [['violet'], ['purple', 'lilac']],
  [['fahrrad', 'velo', 'vélo', 'fiets'], ['bicycle']],
  [['schuhe', 'chaussures', 'schoenen'], ['shoes']],
  [['käse', 'fromage', 'kaas'], ['cheese']],
  [['milch', 'lait', 'melk', 'lactose', 'laktose', 'dairy'], ['milk']],
  [['nüsse', 'noix', 'noten'], ['nuts']],
  [['zucker', 'sucre', 'suiker'], ['sugar']],
  [['wheat', 'weizen'], ['gluten']],
  [['jacke', 'mantel', 'manteau', 'jas'], ['coat']],
  [['kleid', 'jurk'], ['dress']],
  [['hemd', 'chemise', 'overhemd'], ['shirt']],
  [['lampe'], ['lamp']],
  [['buch', 'bücher', 'livre', 'boek'], ['books']],
  [['spielzeug', 'jouet', 'speelgoed'], ['toys']],
  [['uhr', 'montre', 'horloge'], ['watch']],
  [['kopfhörer', 'koptelefoon'], ['headphones']],
  [['regenschirm', 'parapluie'], ['umbrella']],
  [['stuhl', 'chaise', 'stoel'], ['chair']],
  [['bett'], ['bed']],
  [['seife', 'savon', 'zeep'], ['soap']],
  [['apfel', 'pomme', 'appel'], ['apples']],
  [['zelt', 'tente'], ['tent']],
  [['schokolade', 'chocolat', 'chocolade'], ['chocolate']],
]

/** Returns the synonyms of the demo shop. */
export function makeSynonyms(updatedAt: Date): SynonymDocument[] {
  const rules: Synonym[] = [
    ...SAME.map((synonyms) => ({ mappingType: 'equivalent' as const, synonyms })),
    ...ONE_WAY.map(([input, synonyms]) => ({ mappingType: 'explicit' as const, input, synonyms })),
  ]
  return rules.map((rule) => ({ _id: new ObjectId(idOf(`synonym/${JSON.stringify(rule)}`)), ...rule, updatedAt }))
}
