import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'

/** The 404 page. */
export function Missing() {
  return (
    <div className="wrap py-10 md:py-16">
      <div className="max-w-[40rem] mx-auto">
        <EmptyState
          level={1}
          object="box"
          title="Nothing on this shelf"
          text="The page has moved or never existed. Your cart is as you left it."
        >
          <div className="flex flex-wrap justify-center gap-3">
            <ButtonLink tone="accent" href="/departments">
              All departments
            </ButtonLink>
            <ButtonLink href="/">Home</ButtonLink>
          </div>
        </EmptyState>
      </div>
    </div>
  )
}
