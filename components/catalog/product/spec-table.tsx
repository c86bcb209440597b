import { CompareLink } from '@/components/catalog/compare/compare-link-client'
import { Link } from '@/components/ui/navigation/link'
import type { SpecGroup } from '@/lib/domain/catalog/specs'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'

/**
 * The specs, in the groups that the category's schema defines. Filterable values link to all products that have them.
 */
export function SpecTable({ slug, groups, category }: { slug: string; groups: SpecGroup[]; category: string }) {
  const id = `specs-${slug}`
  const hrefOf = ({ key, slug }: { key: string; slug: string }) =>
    listingUrl(listingState({ category, filters: [[key, [slug]]] }))
  if (groups.length === 0) return null
  return (
    <section className="pt-14 md:pt-20" aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id} className="text-d2">
          Measured, not claimed
        </h2>
        <CompareLink slug={slug} />
      </div>
      <div className="spec-cols">
        {groups.map(({ name, rows }) => (
          <section key={name}>
            <h3 className="text-d5 pb-1">{name}</h3>
            <table className="specs">
              <tbody>
                {rows.map(({ label, text, filter }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>
                      {filter ? (
                        <Link className="spec-link" href={hrefOf(filter)}>
                          {text}
                        </Link>
                      ) : (
                        text
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </section>
  )
}
