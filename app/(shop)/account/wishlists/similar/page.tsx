import type { Metadata } from 'next'
import { ProductGrid } from '@/components/catalog/product-card'
import { outcomeOf } from '@/components/layout/page/outcome'
import { requireCustomer } from '@/lib/queries/customers'
import { readSimilar } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Similar', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Similar({ searchParams }: PageProps<'/account/wishlists/similar'>) {
  const { item } = await searchParams
  const found = await outcomeOf(requireCustomer('/account/wishlists').then(({ userId }) => readSimilar(userId, item)))
  if (!found.ok) return found.instead
  const { name, category, cards } = found.value
  return (
    <>
      <h1 className="text-d2 pb-4 wrap-anywhere">Similar to {name}</h1>
      {cards.length > 0 ? <ProductGrid cards={cards} /> : <p>We have nothing similar at the moment.</p>}
      <p className="pt-6 flex flex-wrap gap-4">
        <a className="more" href={`/c/${category}`}>
          All of this kind
        </a>
        <a className="more" href="/account/wishlists">
          Back to your lists
        </a>
      </p>
    </>
  )
}
