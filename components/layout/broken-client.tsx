'use client'

import { useEffect } from 'react'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { restoreTheme } from '@/lib/look/theme'
import { Mark } from './mark'

interface BrokenProps {
  error: unknown
  retry: () => void
}

// Every page carries these two, so they are made of almost nothing: no router, no other parts.

/** What stands where a page could not be made. It never shows the error itself, which may say too much. */
export function Broken({ error, retry }: BrokenProps) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  useEffect(restoreTheme, [])
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
          <button type="button" className="btn btn-accent" onClick={() => retry()}>
            Try again
          </button>
          {digest && <p className="hint">If you write to us about it: {digest}</p>}
        </EmptyState>
      </div>
    </div>
  )
}

/** The same where not even the shop around the page could be made. */
export function BrokenShop(props: BrokenProps) {
  return (
    <>
      <header className="top">
        <div className="wrap py-3">
          <a className="wordmark" href="/" aria-label="Nexus, home">
            <Mark />
          </a>
        </div>
      </header>
      <main id="main">
        <Broken {...props} />
      </main>
    </>
  )
}
