import type { Metadata } from 'next'
import { REFUSED, Refused } from '@/components/layout/page/refused'

export const ensureStatic = 'navigation'
// No loading placeholder: the page is static and fast, so one would only flash.
export const instant = false

export const metadata: Metadata = { title: 'Not accepted', robots: { index: false } }
export const generateStaticParams = () => REFUSED.map((why) => ({ why }))

/**
 * The page that shoppers see when a form is refused. lib/http requests it and sends it with the status of the refusal.
 */
export default async function RefusedPage({ params }: PageProps<'/refused/[why]'>) {
  return <Refused why={(await params).why} />
}
