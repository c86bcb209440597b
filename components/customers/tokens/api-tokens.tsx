import { PostButton } from '@/components/customers/account/parts'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Icon } from '@/components/ui/icon'
import { plusIcon } from '@/components/ui/icons'
import type { ApiTokenView } from '@/lib/contracts/customers/tokens'
import { fullDateText } from '@/lib/domain/shipping/day'

const SOON_DAYS = 7

/** A person's API tokens, and the way to a new one. */
export function ApiTokens({ tokens }: { tokens: ApiTokenView[] }) {
  if (tokens.length === 0)
    return (
      <EmptyState title="No tokens" text="Most people never need one." object="tin">
        <a className="btn" href="/account/tokens/new">
          Make a token
        </a>
      </EmptyState>
    )
  return (
    <>
      <ul className="rows is-two">
        {tokens.map((token) => (
          <li key={token.id}>
            <ApiToken token={token} />
          </li>
        ))}
      </ul>
      <p className="pt-4">
        <a className="btn" href="/account/tokens/new">
          <Icon d={plusIcon} /> Make a token
        </a>
      </p>
    </>
  )
}

function ApiToken({ token }: { token: ApiTokenView }) {
  const { id, name, short, scopes, lastUsedAt } = token
  return (
    <>
      <div className="min-w-0 grid gap-1">
        <p>
          <b className="who-name">{name}</b> <span className="secret is-inline">{short}</span>
        </p>
        <p className="flex flex-wrap gap-2">
          {scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
        <p className="hint">
          {lastUsedAt ? `Used on ${fullDateText(lastUsedAt)}. ` : 'Never used. '}
          <End token={token} />
        </p>
      </div>
      <PostButton form="revoke-token" fields={{ id }}>
        <button className="btn btn-sm" type="submit" aria-label={`Revoke ${name}`}>
          Revoke
        </button>
      </PostButton>
    </>
  )
}

function End({ token: { expiresAt, daysLeft } }: { token: ApiTokenView }) {
  if (expiresAt === null || daysLeft === null) return 'No end'
  if (daysLeft === 0) return <b className="text-danger">Ended on {fullDateText(expiresAt)}</b>
  if (daysLeft > SOON_DAYS) return `Good until ${fullDateText(expiresAt)}`
  return <b className="text-danger">{daysLeft === 1 ? 'Ends within a day' : `Ends in ${daysLeft} days`}</b>
}
