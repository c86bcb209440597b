import type { Leaf } from '../../leaf'
import { between, by, chance, choice, flag, list, number, numbers, someOf, text } from '../../specs'
import { TECH_WORDS } from '../../words'
import { CLOSE } from './shared'

export const laptops: Leaf = {
  path: 'electronics/laptops',
  name: 'Laptops',
  about: 'Every spec below is measured by us, not copied from a box.',
  tint: 'sky',
  taxClass: 'standard',
  image: 'laptop',
  code: 'LAP',
  share: 84,
  words: TECH_WORDS,
  specs: [
    numbers('screen', 'Screen', '″', 'Screen', [13.3, 14, 15.6, 16, 17.3]),
    text('resolution', 'Resolution', 'Screen', ['1,920 × 1,200', '2,560 × 1,600', '2,880 × 1,800', '3,456 × 2,160']),
    number('brightness', 'Brightness', 'cd/m²', 'Screen', between(300, 620, 4), true),
    numbers('refresh', 'Refresh rate', 'Hz', 'Screen', [60, 120, 165]),
    number(
      'weight',
      'Weight',
      'kg',
      'Body',
      by(
        'screen',
        {
          '13.3': between(0.94, 1.3, 0.01),
          '14': between(1.1, 1.5, 0.01),
          '15.6': between(1.5, 1.9, 0.01),
          '16': between(1.6, 2.2, 0.01),
        },
        between(2, 2.8, 0.01),
      ),
    ),
    choice('material', 'Material', 'Body', ['Recycled aluminium', 'Magnesium', 'Polycarbonate']),
    number('noise', 'Noise under load', 'dB', 'Body', between(22, 44), true),
    choice('processor', 'Processor', 'Inside', ['6 cores', '8 cores', '12 cores', '16 cores']),
    number('battery', 'Battery', 'h', 'Inside', between(7, 22, 0.5)),
    list(
      'ports',
      'Ports',
      'Inside',
      ['USB-C', 'USB-A', 'HDMI', 'SD card', 'Ethernet'],
      someOf(2, 4, 'USB-C', 'USB-A', 'HDMI', 'SD card', 'Ethernet'),
    ),
    flag('touch', 'Touch screen', 'Screen', chance(0.25)),
  ],
  options: {
    ram: { label: 'Memory', values: ['8 GB', '16 GB', '32 GB', '64 GB'], take: [1, 3], add: [0, 120, 320, 640] },
    storage: { label: 'Storage', values: ['256 GB', '512 GB', '1 TB', '2 TB'], take: [1, 2], add: [0, 80, 230, 430] },
  },
  colourTake: [1, 2],
  worth: ({ processor, refresh, brightness }) =>
    ['6 cores', '8 cores', '12 cores', '16 cores'].indexOf(String(processor)) * 0.22 +
    (refresh === 60 ? 0 : 0.16) +
    (Number(brightness) > 480 ? 0.14 : 0),
  facts: [
    'The screen measures {screen} across and shows {resolution} points at up to {refresh}.',
    '[brightness>450] At {brightness} you can sit in the garden with it.',
    '[brightness<380] {brightness} are enough indoors; in the sun it would rather be in the shade.',
    'It weighs {weight} on our scales, and our scales are calibrated.',
    '[battery>14] We played films for {battery} before it asked for the charger.',
    '[battery<10] The battery lasts {battery}: bring the charger on long days.',
    '[noise<30] Under load it reaches {noise}. The kettle is louder, and so is the cat.',
    '[noise>38] Under load it says so: {noise}.',
    'Along the sides: {ports}. No adapters for the rest of your life.',
    '[touch] The screen takes fingers as well as the keyboard does.',
    '[material=Recycled aluminium] The case was a window frame once; it is recycled aluminium throughout.',
    '[material=Magnesium] The case is magnesium, which is light and a little warm to the hand.',
    '[ports=Ethernet] There is a real socket for the network, for when it matters.',
  ],
  close: CLOSE,
  lines: [
    {
      noun: 'laptop',
      motif: 'laptop',
      brands: ['Halden', 'Norrsken', 'Pica', 'Tallow & Sons', 'Umber', 'Vesper'],
      names: ['{brand} {word} {#screen}', '{brand} {word} {#screen}', '{word} {#screen} laptop'],
      price: [449, 1690],
      taglines: [
        'The one that lasts {battery} and weighs {weight}.',
        '{screen}, {processor}, and a keyboard you can hear yourself think on.',
        'Made to be opened: by you in the morning, by a screwdriver in six years.',
        '[noise<30] {screen}, {weight}, and hardly a sound.',
        '[screen>15] A big screen for people who put two things side by side.',
      ],
      open: [
        'A laptop for work that takes all day and for trains that take longer.',
        'Nothing here is new for the sake of it. The hinge opens with one hand, the keys have travel, the lid does not shine.',
        'We wanted the laptop that people stop thinking about after a week. This comes close.',
        'There are faster ones and there are lighter ones. There are few that are both at this price.',
      ],
      pins: [
        {
          name: 'Halden 14',
          options: {
            ram: { label: 'Memory', values: ['16 GB', '32 GB', '64 GB'], take: [3, 3], add: [0, 220, 520] },
            storage: { label: 'Storage', values: ['512 GB', '1 TB'], take: [2, 2], add: [0, 150] },
          },
          brand: 'Halden',
          price: 1499,
          sale: 1249,
          colour: 'silver',
          tagline:
            'The light one that lasts the whole day. 14 inches, 1.21 kg, and a keyboard you can hear yourself think on.',
          specs: {
            screen: 14,
            weight: 1.21,
            processor: '8 cores',
            noise: 34,
            brightness: 512,
            refresh: 120,
            resolution: '2,880 × 1,800',
            battery: 14.5,
            material: 'Recycled aluminium',
          },
        },
        { name: 'Pica Air 13', brand: 'Pica', price: 1099, colour: 'blush', specs: { screen: 13.3, weight: 0.98 } },
        {
          name: 'Norrsken Studio 16',
          brand: 'Norrsken',
          price: 2299,
          sale: 2049,
          colour: 'graphite',
          specs: { screen: 16, weight: 1.9, processor: '12 cores' },
        },
        {
          name: 'Umber Field 14',
          brand: 'Umber',
          price: 1629,
          colour: 'moss',
          specs: { screen: 14, material: 'Magnesium' },
        },
        {
          name: 'Tallow Sandstone',
          brand: 'Tallow & Sons',
          price: 879,
          colour: 'sand',
          specs: { screen: 13.3, weight: 1.1 },
        },
      ],
    },
  ],
}
