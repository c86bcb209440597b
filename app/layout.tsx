import './globals.css'
import type { Metadata, Viewport } from 'next'
import { shareData } from '@/components/layout/page/share'
import { THEME_COLOURS, THEME_SCRIPT } from '@/lib/look/theme'
import { shopOrigin } from '@/lib/queries/site'

// Preloaded, because every page uses both fonts above the fold. Their other character subsets load only where they are
// needed.
const FONTS = [
  new URL('@fontsource-variable/anybody/files/anybody-latin-standard-normal.woff2', import.meta.url),
  new URL('@fontsource-variable/instrument-sans/files/instrument-sans-latin-standard-normal.woff2', import.meta.url),
].map(String)

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(shopOrigin()),
    title: { default: 'Nexus: good things, plainly priced', template: '%s · Nexus' },
    description:
      'Laptops, shirts, lamps and the good olive oil, at one till. A percentage here always means cheaper than last month.',
    applicationName: 'Nexus',
    openGraph: shareData(),
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: THEME_COLOURS.light },
    { media: '(prefers-color-scheme: dark)', color: THEME_COLOURS.dark },
  ],
}

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    // The script in <head> sets data-theme before hydration, so the attributes differ from the server's.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="Nexus" />
        {FONTS.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}
