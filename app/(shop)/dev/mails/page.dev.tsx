import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { listDevMails } from '@/lib/queries/dev/mails'

export const metadata: Metadata = { title: 'Mails', robots: { index: false } }
export const instant = false

/** E-mails that were written to files because SMTP_URL is not set. Development only; not part of production builds. */
export default async function Mails() {
  await connection()
  const mails = await listDevMails()
  return (
    <div className="wrap pt-6 md:pt-10">
      <h1 className="text-d2 pb-3">Mails</h1>
      <p className="pb-6">Without SMTP_URL, mails only appear here. Production builds do not have this page.</p>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet" text="Order something, and its confirmation appears here." />
      ) : (
        <div className="border-3 border-line bg-surface overflow-x-auto">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Sent</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, subject, to, sentText }) => (
                <tr key={id}>
                  <td className="font-bold">
                    <Link className="more" href={`/dev/mails/${id}`}>
                      {subject}
                    </Link>
                  </td>
                  <td>{to}</td>
                  <td>{sentText}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
