'use client'

import { useEffect, useState } from 'react'
import { useViewed } from '@/components/catalog/live-stock'
import { Button } from '@/components/ui/form/button'
import { Link } from '@/components/ui/navigation/link'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import { forgetViewed, recentlyViewed, rememberViewed } from './recently-viewed'

/**
 * Products that were viewed before this one, or, outside product pages, all of them; hidden if there are none. Their data comes with the page's other live
 * data.
 */
export function RecentlyViewed({ productId }: { productId?: string }) {
  const [ids, setIds] = useState<string[]>([])
  useEffect(() => {
    setIds(recentlyViewed().filter((id) => id !== productId))
    if (productId) rememberViewed(productId)
  }, [productId])
  const viewed = useViewed(ids)
  if (viewed.length === 0) return null
  const forget = () => {
    forgetViewed()
    if (productId) rememberViewed(productId) // this product has just been viewed
    setIds([])
  }
  return (
    <section className="wrap pt-14 md:pt-20" aria-labelledby={`viewed-${productId ?? 'all'}`}>
      <div className="sec-head">
        <h2 id={`viewed-${productId ?? 'all'}`} className="text-d3">
          Recently viewed
        </h2>
        <Button tone="quiet" size="sm" onClick={forget}>
          Forget these
        </Button>
      </div>
      <ul className="viewed">
        {viewed.map(({ id, href, name, image, price }) => (
          <li key={id}>
            <Link className="viewed-item" href={href}>
              {image ? <Thumb src={image} size={76} /> : <span className="thumb" />}
              <span className="card-name">{name}</span>
              <Price amount={price} size="1.25rem" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
