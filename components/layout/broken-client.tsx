'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands where a page could not be made. It never shows the error itself, which may say too much. */
export function Broken({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <div className="wrap py-10 md:py-16" role="alert">
      <div className="max-w-[40rem] mx-auto">
        <EmptyState
          broken
          level={1}
          object="tin"
          title="This shelf fell down"
          text="It is us, not you. Your cart and what you ordered are safe. Give it a moment and try again."
        >
          <Button tone="accent" onClick={() => retry()}>
            Try again
          </Button>
          {digest && <p className="hint">If you write to us about it: {digest}</p>}
        </EmptyState>
      </div>
    </div>
  )
}
