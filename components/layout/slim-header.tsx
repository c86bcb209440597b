import type { ReactNode } from 'react'
import { SkipLink } from './header'
import { Wordmark } from './wordmark'

/**
 * The header of a page with a single purpose, such as the checkout: a link to the home page, a title and a way back.
 */
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
