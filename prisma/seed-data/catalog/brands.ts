/** Fictional brands, each with sentences for the descriptions of its products. */
export const BRANDS = {
  // Electronics
  Halden: [
    'Halden is forty people in Kassel who answer their own telephone.',
    'Halden keeps spare parts for ten years and prints their prices.',
  ],
  Norrsken: [
    'Norrsken builds in small series and says when a series is over.',
    'Norrsken began in a repair shop in Luleå, and it shows in the screws.',
  ],
  Pica: [
    'Pica makes few things and leaves most features out on purpose.',
    'Pica weighs everything twice, its words included.',
  ],
  'Tallow & Sons': [
    'Tallow & Sons has no sons so far, but the daughters run the factory.',
    'Tallow & Sons would rather be repaired than replaced.',
  ],
  Umber: ['Umber makes things for people who drop things.', 'Umber tests outdoors, in Hamburg, in November.'],
  Vesper: [
    'Vesper sells what it uses itself, mostly in the evening.',
    'Vesper writes manuals of one page, and draws them by hand.',
  ],
  'Ostend Radio': [
    'Ostend Radio has built sets since 1951 and still tunes each by ear.',
    'Ostend Radio repairs its own work for life, yours or its.',
  ],
  Mirabel: [
    'Mirabel grinds its glass in Jena and does not hurry.',
    'Mirabel puts the serial number where you can read it.',
  ],
  Nock: [
    'Nock is run by three people who lose at their own games.',
    'Nock publishes the drawings of every part, so that you can print it.',
  ],
  Fathom: ['Fathom measures twice and claims once.', 'Fathom gives two years more than the law asks for.'],
  // Clothing
  Marrow: [
    'Marrow cuts and sews in Porto, in a house with windows.',
    'Marrow mends what it made, for the price of the postage.',
  ],
  Hemmel: [
    'Hemmel has knitted and sewn on the same street in Apolda since 1924.',
    'Hemmel dyes in small batches, so a second order may be half a tone warmer.',
  ],
  'Plain Sunday': [
    'Plain Sunday puts no name on the outside.',
    'Plain Sunday makes the same few pieces every year, a little better.',
  ],
  Osier: [
    'Osier buys its cloth from four mills and names them on the label.',
    'Osier leaves a hand’s width in every seam, for later.',
  ],
  Varg: [
    'Varg makes clothes for weather, not for photographs of weather.',
    'Varg sews in Gothenburg and tests on the ferry.',
  ],
  'Lund & Lark': ['Lund & Lark are two sisters; one draws, one counts.', 'Lund & Lark numbers every roll of cloth.'],
  Cordwain: [
    'Cordwain stitches soles, so that a cobbler can unstitch them.',
    'Cordwain has four lasts and has not needed a fifth.',
  ],
  Strand: ['Strand makes shoes twelve minutes from the sea.', 'Strand takes back worn pairs and makes mats of them.'],
  Saltgrass: [
    'Saltgrass makes bags in a former sail loft.',
    'Saltgrass sells the zip and the strap on their own, too.',
  ],
  'Quill & Thread': [
    'Quill & Thread is known for its buttonholes, among people who notice.',
    'Quill & Thread tells you who sewed it: look inside the pocket.',
  ],
  // Beauty
  Fennel: [
    'Fennel prints the whole recipe on the front.',
    'Fennel refills any of its bottles in the shop, for the price of the contents.',
  ],
  'Apothek Neun': [
    'Apothek Neun was a pharmacy until 2009 and still wears the coat.',
    'Apothek Neun tests on its owners.',
  ],
  'Milk Moon': ['Milk Moon stirs in batches of ninety.', 'Milk Moon has one scent a season and stops when it is gone.'],
  'Bare Pebble': ['Bare Pebble uses no perfume and needs no adjectives.', 'Bare Pebble packs in glass, tin and paper.'],
  'Iris & Oat': [
    'Iris & Oat grows the oats itself; the iris is bought.',
    'Iris & Oat names its suppliers down to the field.',
  ],
  // Home
  Gable: ['Gable makes furniture in Lower Saxony, of what grows there.', 'Gable has kept every drawing since 1963.'],
  Tenon: ['Tenon uses no screws where a joint will do.', 'Tenon plants what it saws, in that order.'],
  'Kiln Street': [
    'Kiln Street fires twice a week and sells the seconds at the gate.',
    'Kiln Street glazes by hand; no two are quite alike.',
  ],
  'Ember & Ash': [
    'Ember & Ash makes light for people who are done with ceiling lamps.',
    'Ember & Ash gives you the bulb as well.',
  ],
  'Fern Hall': [
    'Fern Hall packs by hand and waters before it posts.',
    'Fern Hall grows under glass near Venlo, with the heat of its neighbour’s bakery.',
  ],
  Zunft: [
    'Zunft is a guild of eleven workshops and one catalogue.',
    'Zunft forges in Remscheid and lends you the sharpening stone.',
  ],
  Brackwater: ['Brackwater makes pans that grandchildren quarrel over.', 'Brackwater casts on Tuesdays and Fridays.'],
  Minuta: [
    'Minuta has made clocks in Furtwangen since before they were needed on telephones.',
    'Minuta sets every clock before it leaves, and they mostly arrive right.',
  ],
  // Groceries
  'Casa Limone': ['Casa Limone picks on Monday and posts on Monday.', 'Casa Limone is one family and eleven terraces.'],
  'Hof Wiesengrund': [
    'Hof Wiesengrund is a farm you can visit, if you shut the gate.',
    'Hof Wiesengrund has been organic since 1988, and quiet about it.',
  ],
  'Bakehouse Nine': [
    'Bakehouse Nine has one oven, and it is never off.',
    'Bakehouse Nine bakes at night, and sells out by noon.',
  ],
  'Alp & Dairy': [
    'Alp & Dairy knows its cows by name and by temper.',
    'Alp & Dairy turns every wheel by hand, twice a week.',
  ],
  'Bee Street': [
    'Bee Street keeps its hives on roofs, with permission.',
    'Bee Street fills into glasses that it gladly takes back.',
  ],
  Larder: ['Larder cooks in copper and labels by hand.', 'Larder buys the crooked ones and pays the straight price.'],
  'Roast Office': [
    'Roast Office roasts on Thursdays; the street knows.',
    'Roast Office pays its growers by the year, not by the sack.',
  ],
  'Sweet Ledger': [
    'Sweet Ledger counts the sugar and tells you.',
    'Sweet Ledger grinds its cocoa in Bremen, for two days.',
  ],
  // Sports
  Cairn: ['Cairn tests on mountains and repairs in the valley.', 'Cairn sews its seams flat, and then tapes them.'],
  Lob: ['Lob strings, pumps and stitches in Graz.', 'Lob sponsors nobody and is cheaper for it.'],
  Tidewrack: ['Tidewrack is made by people who swim in February.', 'Tidewrack makes its webbing of old fishing nets.'],
  Kurbel: ['Kurbel sells every bearing singly.', 'Kurbel rides to work on what it sells.'],
  // Toys
  'Button & Bear': ['Button & Bear sews every eye on twice.', 'Button & Bear answers letters from bears.'],
  Holzwerk: [
    'Holzwerk turns, sands and oils; the paint is water and colour.',
    'Holzwerk replaces lost pieces for the price of a stamp.',
  ],
  Pip: [
    'Pip tests with its neighbours’ children, and pays them in pancakes.',
    'Pip prints the rules on one side of one sheet.',
  ],
  'Tin Whistle': [
    'Tin Whistle tunes every instrument before it goes out, drums included.',
    'Tin Whistle is run by a teacher of music with strong nerves.',
  ],
  // Bikes and cars
  Velder: [
    'Velder welds in Arnhem and paints in any weather.',
    'Velder stamps the frame number where the police look.',
  ],
  Spoke: ['Spoke trues its wheels by hand.', 'Spoke ships with the tool that you will need first.'],
  Rundlauf: [
    'Rundlauf makes parts that fit what you already have.',
    'Rundlauf publishes torque, thread and tolerance, so that you can check.',
  ],
  // Books and paper
  'Lamplight Press': [
    'Lamplight Press prints twelve books a year and reads them first.',
    'Lamplight Press sews its bindings, paperbacks too.',
  ],
  'Harbour House': [
    'Harbour House publishes what it cannot put down.',
    'Harbour House sets every book in a type chosen for it.',
  ],
  'Kettle Books': ['Kettle Books tests every sentence aloud.', 'Kettle Books prints on paper that does not shine.'],
  'Small Print': ['Small Print is four people above a bicycle shop.', 'Small Print pays authors first.'],
  'Ruled & Blank': [
    'Ruled & Blank makes paper that does not bleed through, and proves it.',
    'Ruled & Blank cuts its own paper in Gmund.',
  ],
} as const satisfies Record<string, readonly string[]>

export type BrandName = keyof typeof BRANDS
