import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { NotThere } from '@/components/layout/page/outcome'
import { readDevMail } from '@/lib/queries/dev/mails'

export const metadata: Metadata = { title: 'Mail', robots: { index: false } }
export const instant = false

export default async function Mail({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  const mail = await readDevMail((await params).id)
  if (!mail) return <NotThere />
  const { subject, from, to, sentText, html, text } = mail
  return (
    <div className="wrap pt-6 md:pt-10 grid gap-6 grid-cols-[minmax(0,1fr)]">
      <div>
        <Link className="more" href="/dev/mails">
          All mails
        </Link>
        <h1 className="text-d2 pt-3">{subject}</h1>
        <p className="muted wrap-anywhere">
          From {from} to {to}, {sentText}
        </p>
      </div>
      {/* Sandboxed, so that the e-mail can neither run scripts nor navigate this page. */}
      <iframe
        className="w-full h-[48rem] border-3 border-line"
        style={{ colorScheme: 'light', background: '#fff' }}
        title="HTML"
        sandbox=""
        srcDoc={html}
      />
      <section aria-labelledby="text">
        <h2 id="text" className="text-d4 pb-2">
          As text
        </h2>
        <pre className="box p-4 text-sm overflow-x-auto">{text}</pre>
      </section>
    </div>
  )
}
