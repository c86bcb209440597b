import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { deviceIcon, fingerprintIcon, keyIcon, lockIcon, shieldIcon } from '@/components/ui/icons'
import type { PasskeyView, SessionView } from '@/lib/contracts/customers'
import { fullDateText, weekdayMomentText } from '@/lib/domain/shipping/day'
import { Pane, PostButton } from '../account/parts'

/** What the security page shows. */
export interface SecurityData {
  sessions: SessionView[]
  passkeys: PasskeyView[]
  secondFactor: { isOn: boolean; recoveryCodesLeft: number }
  passwordChangedAt: string | null
}

/** How somebody signs in, and where they are signed in. */
export function Security({ sessions, passkeys, secondFactor, passwordChangedAt }: SecurityData) {
  return (
    <>
      <div className="duo">
        <div className="grid gap-6 content-start">
          <Passkeys passkeys={passkeys} />
          <Password changedAt={passwordChangedAt} />
        </div>
        <SecondFactor {...secondFactor} />
      </div>
      <div className="pt-6">
        <Sessions sessions={sessions} />
      </div>
    </>
  )
}

function Passkeys({ passkeys }: { passkeys: PasskeyView[] }) {
  return (
    <Pane title="Passkeys" icon={fingerprintIcon} id="passkeys">
      {passkeys.length > 0 && (
        <ul className="rows is-flush">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id}>
              <span className="stamp is-sm">
                <Icon d={keyIcon} />
              </span>
              <div className="min-w-0">
                <b className="who-name">{name}</b>
                <p className="hint">
                  Since {fullDateText(createdAt)}, {lastUsedAt ? `last used ${fullDateText(lastUsedAt)}` : 'never used'}
                  .
                </p>
              </div>
              <PostButton form="remove-passkey" fields={{ id }}>
                <button className="btn btn-sm" type="submit" aria-label={`Remove ${name}`}>
                  Remove
                </button>
              </PostButton>
            </li>
          ))}
        </ul>
      )}
      {passkeys.length === 0 && (
        <p>Sign in with fingerprint, face or screen lock. Nothing to type, nothing to steal.</p>
      )}
      <a className="btn needs-script" href="/account/security/passkey">
        <Icon d={fingerprintIcon} /> Add a passkey
      </a>
    </Pane>
  )
}

function Password({ changedAt }: { changedAt: string | null }) {
  return (
    <Pane title="Password" icon={lockIcon}>
      <div className="track-no is-plain">
        <p>
          {changedAt ? `Set on ${fullDateText(changedAt)}. ` : 'You have none. '}
          <span className="muted">Changing it signs out your other devices.</span>
        </p>
        {changedAt ? (
          <a className="btn btn-sm" href="/account/security/password">
            Change
          </a>
        ) : (
          <a className="btn btn-sm" href="/sign-in/forgot">
            Set one by mail
          </a>
        )}
      </div>
    </Pane>
  )
}

function SecondFactor({ isOn, recoveryCodesLeft }: SecurityData['secondFactor']) {
  return (
    <Pane
      title="Six digits from an app"
      icon={shieldIcon}
      mark={isOn ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
    >
      {isOn ? (
        <div className="track-no is-plain">
          <p>
            <b>On.</b> {recoveryCodesLeft} of 10 recovery codes left.
          </p>
          <div className="flex flex-wrap gap-3">
            <PostButton form="renew-codes">
              <button className="btn btn-sm" type="submit">
                New codes
              </button>
            </PostButton>
            <a className="btn btn-quiet btn-sm" href="/account/security/app">
              Switch off
            </a>
          </div>
        </div>
      ) : (
        <>
          <p>After your password, we ask for six digits that only your phone knows.</p>
          <PostButton form="start-totp">
            <Button type="submit">Switch on</Button>
          </PostButton>
        </>
      )}
    </Pane>
  )
}

function Sessions({ sessions }: { sessions: SessionView[] }) {
  return (
    <Pane
      title="Where you are signed in"
      icon={deviceIcon}
      id="sessions"
      mark={<span className="muted text-sm num">{sessions.length}</span>}
    >
      <ul className="rows is-flush">
        {sessions.map(({ id, device, place, isCurrent, lastSeenAt }) => (
          <li key={id}>
            <span className="stamp is-sm">
              <Icon d={deviceIcon} />
            </span>
            <div className="min-w-0">
              <b>{device}</b> {isCurrent && <Badge tone="good">This one</Badge>}
              <p className="hint">
                {place && `${place}, `}
                {isCurrent ? 'now' : `last used ${weekdayMomentText(lastSeenAt)}`}
              </p>
            </div>
            {!isCurrent && (
              <PostButton form="end-session" fields={{ sessionId: id }}>
                <button className="btn btn-sm" type="submit" aria-label={`Sign out ${device}`}>
                  Sign out
                </button>
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      <div className="track-no is-plain">
        <p className="hint">Sessions end by themselves after 30 days without a visit.</p>
        {sessions.length > 1 && (
          <PostButton form="end-sessions">
            <button className="btn btn-sm btn-danger" type="submit">
              Sign out everywhere else
            </button>
          </PostButton>
        )}
      </div>
    </Pane>
  )
}
