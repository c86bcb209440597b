import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { isRefusal, REFUSALS } from '@/lib/contracts/refusals'

/** Names of the refusals, each of which has a page. */
export const REFUSED = Object.keys(REFUSALS)

/** Explains why a form was refused, and that nothing has changed. */
export function Refused({ why }: { why: string }) {
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
