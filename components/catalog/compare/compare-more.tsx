import { Link } from '@/components/ui/navigation/link'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import type { Comparison } from '@/lib/contracts/catalog/comparison'
import { compareUrl } from '@/lib/domain/catalog/compare-url'

/** Suggested products, each with a link that adds it to the comparison. Hidden if the comparison is full. */
export function CompareMore({ products, more }: Pick<Comparison, 'products' | 'more'>) {
  const slugs = products.map(({ slug }) => slug)
  const category = products[0]?.trail.at(-1)
  if (more.length === 0) return null
  return (
    <section className="pt-14 md:pt-20" aria-labelledby="compare-more">
      <div className="sec-head">
        <h2 id="compare-more" className="text-d3">
          Add to the comparison
        </h2>
        {category && (
          <Link className="more" href={category.href}>
            All {category.name.toLowerCase()}
          </Link>
        )}
      </div>
      <ul className="viewed">
        {more.map(({ id, slug, name, image, price }) => (
          <li key={id}>
            <Link className="viewed-item" href={compareUrl([...slugs, slug])} prefetch={false} rel="nofollow">
              {image ? <Thumb src={image.src} size={76} /> : <span className="thumb" />}
              <span className="card-name">
                <span className="vh">Compare with </span>
                {name}
              </span>
              <Price amount={price} size="1.25rem" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
