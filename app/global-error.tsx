'use client'

import './globals.css'
import { BrokenShop } from '@/components/layout/page/broken-client'

/** The page that replaces the whole document if even the root layout fails to render. */
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
