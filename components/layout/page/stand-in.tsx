import { EmptyState } from '@/components/ui/feedback/empty-state'

/**
 * The error page that the server sends if rendering failed. Once scripts run, `Broken` replaces it and offers to try
 * again.
 */
export function StandIn() {
  return (
    <div className="wrap py-10 md:py-16" role="alert">
      <div className="max-w-[40rem] mx-auto">
        <EmptyState
          broken
          level={1}
          object="tin"
          title="This shelf fell down"
          text="The fault is ours, not yours. Your cart and your orders are safe. Please reload the page in a moment."
        />
      </div>
    </div>
  )
}
