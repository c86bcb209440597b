import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { isRefusal, REFUSALS } from '@/lib/contracts/refusals'

export const ensureStatic = 'navigation'
// The page is one file and comes at once; a placeholder before it would only flash.
export const instant = false

export const metadata: Metadata = { title: 'Not accepted', robots: { index: false } }
export const generateStaticParams = () => Object.keys(REFUSALS).map((why) => ({ why }))

/** What a form that was not accepted is answered with; lib/http gives it the status of the refusal. */
export default async function Refused({ params }: PageProps<'/refused/[why]'>) {
  const { why } = await params
  if (!isRefusal(why)) notFound()
  const { title, text } = REFUSALS[why]
  return (
    <div className="wrap py-10 md:py-16">
      <div className="max-w-[40rem] mx-auto">
        <EmptyState broken level={1} object="box" title={title} text={text}>
          <div className="flex flex-wrap justify-center gap-3">
            <ButtonLink tone="accent" href="/cart" prefetch={false}>
              Your cart
            </ButtonLink>
            <ButtonLink href="/">Home</ButtonLink>
          </div>
        </EmptyState>
      </div>
    </div>
  )
}
