import type { Metadata } from 'next'
import { REFUSED, Refused } from '@/components/layout/page/refused'

export const ensureStatic = 'navigation'
// The page is static and fast, so a placeholder would only flash.
export const instant = false

export const metadata: Metadata = { title: 'Not accepted', robots: { index: false } }
export const generateStaticParams = () => REFUSED.map((why) => ({ why }))

/** The page that lib/http sends when a form is refused, with the refusal's status. */
export default async function RefusedPage({ params }: PageProps<'/refused/[why]'>) {
  return <Refused why={(await params).why} />
}
