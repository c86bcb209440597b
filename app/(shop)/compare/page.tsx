import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CompareLeftOut } from '@/components/catalog/compare/compare-left-out'
import { CompareAgain, CompareMemory } from '@/components/catalog/compare/compare-memory-client'
import { CompareMore } from '@/components/catalog/compare/compare-more'
import { CompareTable } from '@/components/catalog/compare/compare-table'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingHead } from '@/components/listing/head'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { readComparison } from '@/lib/queries/catalog/compare'

// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export const metadata: Metadata = {
  title: 'Compare',
  description: 'Up to four things side by side, spec by spec.',
  robots: { index: false, follow: true },
}

export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  await connection() // render for each request, because sale prices depend on the current time
  const found = await outcomeOf(readComparison((await searchParams).p))
  if (!found.ok) return found.instead
  const { products, groups, missing, more, dropped, href } = found.value
  const shown = products.map(({ slug }) => slug)
  return (
    <div className="wrap pt-5">
      <Breadcrumb trail={[{ name: 'Compare', href }]} />
      <ListingHead title="Compare">Up to four things side by side, as we measured them.</ListingHead>
      <CompareLeftOut missing={missing} dropped={dropped} />
      {products.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          text="Tick “Compare” on products you like. You will find them here."
          object="box"
        >
          <CompareAgain>
            <ButtonLink tone="accent" href="/departments">
              All departments
            </ButtonLink>
          </CompareAgain>
        </EmptyState>
      ) : (
        <>
          <CompareMemory slugs={shown} />
          <CompareTable products={products} groups={groups} />
          <CompareMore products={products} more={more} />
        </>
      )}
    </div>
  )
}
