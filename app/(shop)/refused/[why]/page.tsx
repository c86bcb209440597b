import type { Metadata } from 'next'
import { REFUSED, Refused } from '@/components/layout/refused'

export const ensureStatic = 'navigation'
// The page is one file and comes at once; a placeholder before it would only flash.
export const instant = false

export const metadata: Metadata = { title: 'Not accepted', robots: { index: false } }
export const generateStaticParams = () => REFUSED.map((why) => ({ why }))

/** What lib/http answers a refused form with, under the status of the refusal. */
export default async function RefusedPage({ params }: PageProps<'/refused/[why]'>) {
  return <Refused why={(await params).why} />
}
