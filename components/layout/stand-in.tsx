import { EmptyState } from '@/components/ui/feedback/empty-state'

/** What stands where a page could not be made, until scripts offer to try again. */
export function StandIn() {
  return (
    <div className="wrap py-10 md:py-16" role="alert">
      <div className="max-w-[40rem] mx-auto">
        <EmptyState
          broken
          level={1}
          object="tin"
          title="This shelf fell down"
          text="It is us, not you. Your cart and what you ordered are safe. Give it a moment and load the page again."
        />
      </div>
    </div>
  )
}
