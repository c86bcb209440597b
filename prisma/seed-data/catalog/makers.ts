import type { ResponsibleParty, Variant } from '@/lib/contracts/catalog/product'
import { hash } from '../random'
import type { BrandName } from './brands'
import type { Specs } from './specs'

interface Maker {
  manufacturer: ResponsibleParty
  /** Required for manufacturers outside the EU. */
  responsiblePerson?: ResponsibleParty
  warnings?: string[]
}

const maker = (name: string, address: string, contact: string): Maker => ({ manufacturer: { name, address, contact } })

const SMALL_PARTS = 'Not for children under 36 months: small parts can be swallowed.'
const BATTERY = 'Contains a lithium battery: do not open, crush or throw it into a fire.'

/** Manufacturers and responsible persons of some brands. All names and addresses are fictional. */
export const MAKERS: Partial<Record<BrandName, Maker>> = {
  Halden: {
    ...maker('Halden Rechnerbau GmbH', 'Musterallee 14, 34117 Kassel, Germany', 'safety@halden.example'),
    warnings: [BATTERY],
  },
  Norrsken: {
    ...maker('Norrsken Elektronik AB', 'Exempelgatan 3, 972 31 Luleå, Sweden', 'safety@norrsken.example'),
    warnings: [BATTERY],
  },
  Pica: maker('Pica Apparate e. U.', 'Beispielgasse 9, 1070 Wien, Austria', 'safety@pica.example'),
  'Tallow & Sons': {
    ...maker('Tallow & Sons Ltd', '1 Sample Yard, Sheffield S1 2AB, United Kingdom', 'safety@tallow.example'),
    responsiblePerson: {
      name: 'Tallow Europe B.V.',
      address: 'Voorbeeldstraat 7, 1012 AB Amsterdam, Netherlands',
      contact: 'safety-eu@tallow.example',
    },
  },
  'Ostend Radio': maker('Ostend Radio NV', 'Voorbeeldlaan 21, 8400 Oostende, Belgium', 'safety@ostend-radio.example'),
  Mirabel: maker('Mirabel Optik GmbH', 'Musterweg 2, 07743 Jena, Germany', 'https://mirabel.example/safety'),
  'Button & Bear': {
    ...maker('Button & Bear OHG', 'Musterstraße 30, 89537 Giengen, Germany', 'safety@button-bear.example'),
    warnings: ['Remove the paper label before you give it to a child.'],
  },
  Holzwerk: {
    ...maker('Holzwerk Spielzeug GmbH', 'Musterplatz 5, 09548 Seiffen, Germany', 'safety@holzwerk.example'),
    warnings: [SMALL_PARTS],
  },
  'Tin Whistle': {
    ...maker(
      'Tin Whistle Toys Ltd',
      '8 Sample Street, Birmingham B1 1AA, United Kingdom',
      'safety@tin-whistle.example',
    ),
    responsiblePerson: {
      name: 'Tin Whistle Ireland DAC',
      address: '4 Sample Quay, Dublin D01 F5P2, Ireland',
      contact: 'safety-eu@tin-whistle.example',
    },
    warnings: [SMALL_PARTS],
  },
}

// GS1 reserves the prefixes 020–029 and 200–299 for numbers that a shop uses internally.
const OWN_PREFIX = '200'

/** Returns a GTIN-13 derived from the SKU. */
function gtinOf(sku: string): string {
  const digits = OWN_PREFIX + String(hash(`gtin/${sku}`) % 1_000_000_000).padStart(9, '0')
  const sum = [...digits].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

const PACKAGING = 1.15

function weightOf({ weight, grams }: Specs): number | undefined {
  const net = typeof weight === 'number' ? weight * 1000 : typeof grams === 'number' ? grams : undefined
  return net === undefined ? undefined : Math.max(1, Math.round(net * PACKAGING))
}

/** Returns the brand's manufacturer, responsible person and safety warnings; empty if the demo shop has none for it. */
export function safetyOf(brand: BrandName) {
  return MAKERS[brand] ?? {}
}

/** Returns the variants with the identifiers and the weight that a manufacturer would print on the box. */
export function withIdentifiers(variants: Variant[], { brand, specs }: { brand: BrandName; specs: Specs }): Variant[] {
  const weight = weightOf(specs)
  return variants.map((variant) => ({
    ...variant,
    ...(MAKERS[brand] && { gtin: gtinOf(variant.sku), mpn: variant.sku.split('-')[0] }),
    ...(weight && { weight }),
  }))
}
