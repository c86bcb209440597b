'use client'

import './globals.css'
import { BrokenShop } from '@/components/layout/broken-client'

/** Stands in for the whole document when not even the root layout could be made. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Not available · Nexus</title>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <BrokenShop {...props} />
      </body>
    </html>
  )
}
