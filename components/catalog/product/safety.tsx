import type { ResponsibleParty } from '@/lib/contracts/catalog/product'
import type { ProductDetail, VariantView } from '@/lib/contracts/catalog/product-view'
import { formatNumber } from '@/lib/domain/catalog/specs'

/** A product's warnings, responsible parties (Regulation (EU) 2023/988, article 19) and identifiers. */
export function Safety({ product: { slug, safety, variants } }: { product: ProductDetail }) {
  const { manufacturer, responsiblePerson, warnings } = safety
  const numbers = [
    { label: 'GTIN', values: valuesOf(variants, ({ gtin }) => gtin) },
    { label: 'Maker’s number', values: valuesOf(variants, ({ mpn }) => mpn) },
    {
      label: 'Packed weight',
      values: valuesOf(variants, ({ weight }) => (weight === null ? null : formatNumber(weight, 'g'))),
    },
  ].filter(({ values }) => values.length > 0)
  if (!manufacturer && warnings.length === 0 && numbers.length === 0) return null
  const id = `safety-${slug}`
  return (
    <section className="pt-14 md:pt-20" aria-labelledby={id}>
      <h2 id={id} className="text-d2 pb-5">
        Maker and safety
      </h2>
      {warnings.length > 0 && (
        <ul className="grid gap-1 pb-5 max-w-[60ch] font-semibold list-disc pl-5" aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <table className="specs max-w-[60rem]">
        <tbody>
          {manufacturer && <Party label="Made by" party={manufacturer} />}
          {responsiblePerson && <Party label="Responsible in the EU" party={responsiblePerson} />}
          {numbers.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {values.map((value) => (
                  <p key={value}>{value}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Party({ label, party: { name, address, contact } }: { label: string; party: ResponsibleParty }) {
  const isPage = contact.startsWith('http')
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <p>{name}</p>
        <p>{address}</p>
        <a className="underline" href={isPage ? contact : `mailto:${contact}`} rel={isPage ? 'nofollow' : undefined}>
          {contact}
        </a>
      </td>
    </tr>
  )
}

/** Returns the value if all variants share it; otherwise each variant's value, preceded by its options. */
function valuesOf(variants: VariantView[], read: (variant: VariantView) => string | null): string[] {
  const known = variants.flatMap((variant) => {
    const value = read(variant)
    return value === null ? [] : [{ value, optionsText: variant.optionsText }]
  })
  const distinct = [...new Set(known.map(({ value }) => value))]
  if (distinct.length === 1 && known.length === variants.length) return distinct
  return known.map(({ value, optionsText }) => (optionsText ? `${optionsText}: ${value}` : value))
}
