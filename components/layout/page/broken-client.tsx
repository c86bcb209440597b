'use client'

import { useEffect } from 'react'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { restoreTheme } from '@/lib/look/theme'
import { Mark } from '../mark'

interface BrokenProps {
  error: unknown
  retry: () => void
}

// Every page loads this module, so it is kept small: no router, and few other components.

/** The page shown if rendering fails. It never shows the error itself, which could reveal too much. */
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
          text="The fault is ours, not yours. Your cart and your orders are safe. Please try again in a moment."
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

/** The page shown if even the layout of the shop fails to render. */
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
