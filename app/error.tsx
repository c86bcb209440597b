'use client'

import { Broken } from '@/components/layout/broken-client'
import { SlimHeader } from '@/components/layout/slim-header'

/** For when the shell itself cannot be made, because the catalogue is not there. */
export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <>
      <SlimHeader />
      <main id="main" tabIndex={-1}>
        <Broken {...props} />
      </main>
    </>
  )
}
