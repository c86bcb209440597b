import type { ReactNode } from 'react'
import { Mark } from '@/components/layout/mark'
import { Poster } from '@/components/ui/poster'

/** The frame of the pages in front of the office: a poster, and beside it what has to be done. */
export function Entry({ words, children }: { words: string; children: ReactNode }) {
  return (
    <>
      <a className="btn btn-ink skip" href="#main">
        Skip to content
      </a>
      <div className="entry">
        <header className="entry-art on-block">
          <div>
            <span className="wordmark office-home">
              <Mark />
            </span>
          </div>
          <Poster
            as="p"
            className="entry-poster"
            label="Mind the shop."
            lines={[
              { text: 'Mind', size: 36, leading: 0.86 },
              { text: 'the shop.', size: 26, leading: 0.98 },
            ]}
          />
          <p className="entry-words">{words}</p>
        </header>
        <main id="main" className="entry-form" tabIndex={-1}>
          <div className="stack-form">{children}</div>
        </main>
      </div>
    </>
  )
}
