import type { ReactNode } from 'react'
import { SkipLink } from './header'
import { Wordmark } from './wordmark'

/** The header of a page with a single purpose, like the checkout: home link, title, way back. */
export function SlimHeader({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap flex items-center justify-between gap-4 py-3">
          <Wordmark />
          {children}
          {action}
        </div>
      </header>
    </>
  )
}
