import { Refused } from '@/components/customers/gate/gate'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { downloadIcon } from '@/components/ui/icons'
import type { Refusal } from '@/lib/contracts/sent-form'
import { dayText, momentText } from '@/lib/domain/shipping/day'
import { Pane, PostButton } from './parts'

interface Export {
  id: string
  startedAt: string
  ready: { expiresAt: string; bytes: number } | null
}

const FATES = [
  ['Profile, addresses, lists, passkeys, tokens', 'Deleted'],
  ['Orders', 'Kept without your account; name and address go once they may'],
  ['Invoices', 'Kept as long as tax law says. Nobody else sees them.'],
  ['Reviews', 'Stay, signed “A customer”, unless you delete them first'],
  ['Withdrawals', 'Kept: they are statements that we have to be able to show'],
]

/** What is kept of a person: to take along, and to delete. */
export function PersonalData({ last }: { last: Export | null }) {
  return (
    <div className="duo">
      <Pane title="Take it with you" icon={downloadIcon}>
        <p>
          Everything that we have about you, as JSON: orders, addresses, lists, reviews, sign-ins. It takes a few
          minutes. A mail tells when it is ready, and it is good for 24 hours.
        </p>
        {last ? <LastExport last={last} /> : <ExportButton />}
      </Pane>
      <Pane title="Delete my account">
        <p>You have 7 days to change your mind. Then this happens:</p>
        <table className="specs">
          <tbody>
            {FATES.map(([what, fate]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{fate}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <a className="btn btn-danger" href="/account/data/delete">
          Delete my account
        </a>
      </Pane>
    </div>
  )
}

const ExportButton = () => (
  <PostButton form="export">
    <Button type="submit">Export my data</Button>
  </PostButton>
)

function LastExport({ last }: { last: Export }) {
  if (!last.ready)
    return (
      <Notice tone="info">
        <p>
          <b>Your export is being made</b>, since {momentText(last.startedAt)}. You can leave, we write to you.
        </p>
      </Notice>
    )
  return (
    <>
      <Notice tone="good">
        <p>
          <b>Your export is ready.</b> Good until {momentText(last.ready.expiresAt)}.
        </p>
      </Notice>
      <a className="btn" href={`/account/data/download/${last.id}`} download>
        <Icon d={downloadIcon} /> Download
      </a>
    </>
  )
}

/** Asks once more before an account is deleted. `day` is the day on which it would be gone. */
export function DeleteAccount({
  day,
  open,
  refusal,
}: {
  day: string
  /** Numbers of orders on their way. */
  open: string[]
  refusal: Refusal | undefined
}) {
  return (
    <form className="slip max-w-[36rem]" action="/account/do/delete" method="post" noValidate>
      <p>
        On <b>{dayText(day)}</b> it is gone for good. Until then a sign-in stops it. You are signed out everywhere now.
      </p>
      {open.length > 0 && (
        <Notice tone="info">
          <p>
            <b>
              {open.join(', ')} still {open.length === 1 ? 'comes' : 'come'}.
            </b>{' '}
            You find {open.length === 1 ? 'it' : 'each'}, and send it back, with its number and your e-mail.
          </p>
        </Notice>
      )}
      {!refusal?.fieldErrors && <Refused refusal={refusal} />}
      <TextField
        name="word"
        label="Type DELETE"
        error={refusal?.fieldErrors?.word}
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
      <div className="flex flex-wrap gap-3">
        <a className="btn" href="/account/data">
          Keep my account
        </a>
        <Button type="submit" tone="danger">
          Delete my account
        </Button>
      </div>
    </form>
  )
}
