import { Badge } from '@/components/ui/badge'
import { Pager } from '@/components/ui/navigation/pager'
import type { SignInLogEntry } from '@/lib/contracts/staff'
import { weekdayMomentText } from '@/lib/domain/shipping/day'

/** A page of the sign-in log. */
export function SignInLog({ entries, page, pages }: { entries: SignInLogEntry[]; page: number; pages: number }) {
  return (
    <>
      <div className="panel">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard */}
        <section className="overflow-x-auto scrolls" tabIndex={0} aria-label="Sign-in log, the table">
          <table className="table lines-sm">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col">With</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, name, what, at, device, network, isFailure }) => (
                <tr key={id} className={isFailure ? 'is-new' : undefined}>
                  <td className="sa">
                    <b>{name}</b>
                  </td>
                  <td className="sc">{isFailure ? <Badge tone="warn">{sentence(what)}</Badge> : sentence(what)}</td>
                  <td className="sb num">{weekdayMomentText(at)}</td>
                  <td className="sd">{device}</td>
                  <td className="mono">{network}</td>
                </tr>
              ))}
              {entries.length === 0 && (
                <tr>
                  <td colSpan={5}>Nothing on this page.</td>
                </tr>
              )}
            </tbody>
          </table>
        </section>
      </div>
      <Pager page={page} pages={pages} href={(to) => `/admin/log?page=${to}`} />
    </>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
