import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { helpPage } from '@/components/content/help-pages'
import { Notice } from '@/components/ui/feedback/notice'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { Poster } from '@/components/ui/poster'
import { findHelpPage, helpPageNames } from '@/lib/queries/content/help'
import { getPublishedSettings } from '@/lib/queries/settings'

export const ensureStatic = 'navigation'
// No loading placeholder: the page is static and fast, so one would only flash.
export const instant = false

export const generateStaticParams = () => helpPageNames().map((page) => ({ page }))

async function load(params: PageProps<'/help/[page]'>['params']) {
  const page = findHelpPage((await params).page)
  if (!page) notFound()
  const settings = await getPublishedSettings()
  return { page, settings, ...helpPage(page, settings) }
}

export async function generateMetadata({ params }: PageProps<'/help/[page]'>): Promise<Metadata> {
  const { page, title, lead } = await load(params)
  return { title, description: lead, alternates: { canonical: `/help/${page}` } }
}

export default async function HelpPage({ params }: PageProps<'/help/[page]'>) {
  const { page, settings, title, lead, sections } = await load(params)
  return (
    <div className="wrap pt-5">
      <Breadcrumb trail={[{ name: title, href: `/help/${page}` }]} />
      <Poster className="pt-4" lines={[{ text: title, size: 11, leading: 0.95, maxSize: 15 }]} />
      <p className="text-lg pt-3 pb-6 max-w-[44ch]">{lead}</p>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-16 items-start">
        <div className="grid gap-8">
          {sections.map((section) => (
            <section key={section.title} className="border-t-3 border-line pt-4 grid gap-3">
              <h2 className="text-d4">{section.title}</h2>
              <div className="grid gap-3 max-w-[65ch]">{section.body}</div>
            </section>
          ))}
        </div>
        <aside className="grid gap-5" aria-label="More help">
          <Notice tone="info">
            <p>
              <b>Demo text.</b> It shows where your text goes and is not legal advice. Replace it before you sell
              anything.
            </p>
          </Notice>
          <nav aria-label="Help pages" className="box">
            <ul className="menu-list">
              {helpPageNames().map((name) => (
                <li key={name}>
                  <Link href={`/help/${name}`} aria-current={name === page ? 'page' : undefined}>
                    {helpPage(name, settings).title}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
      </div>
    </div>
  )
}
