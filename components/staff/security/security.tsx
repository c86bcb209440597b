import type { SecurityData } from '@/components/customers/security/security'
import { OfficeForm, Panel } from '@/components/staff/shell/parts'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { fullDateText, weekdayMomentText } from '@/lib/domain/shipping/day'

/** How the person enters the office, and where they are signed in. */
export function OfficeSecurity({
  sessions,
  passkeys,
  secondFactor,
  passwordChangedAt,
}: Omit<SecurityData, 'providers'>) {
  return (
    <div className="cols security-cols">
      <Panel title="Passkeys" id="passkeys">
        <ul className="lines">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <div className="grow">
                <b className="wrap-anywhere">{name}</b>
                <p className="muted">Since {fullDateText(createdAt)}</p>
              </div>
              <OfficeForm form="remove-passkey" fields={{ id }}>
                <Button type="submit" size="sm">
                  Remove<span className="vh"> {name}</span>
                </Button>
              </OfficeForm>
            </li>
          ))}
          <li>
            <p className="grow muted">A passkey is two factors at once.</p>
            <a className="btn btn-sm needs-script" href="/admin/security/passkey">
              Add a passkey
            </a>
          </li>
        </ul>
      </Panel>
      <Panel
        title="Six digits from an app"
        id="app"
        aside={secondFactor.isOn ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
      >
        <ul className="lines">
          <li>
            {secondFactor.isOn ? (
              <>
                <p className="grow">{secondFactor.recoveryCodesLeft} of 10 recovery codes left</p>
                <OfficeForm form="renew-codes">
                  <Button type="submit" size="sm">
                    New codes
                  </Button>
                </OfficeForm>
                <a className="btn btn-sm" href="/admin/security/app">
                  Switch off
                </a>
              </>
            ) : (
              <>
                <p className="grow">After your password, we ask for six digits that only your phone knows.</p>
                <OfficeForm form="start-totp">
                  <Button type="submit" size="sm">
                    Switch on
                  </Button>
                </OfficeForm>
              </>
            )}
          </li>
        </ul>
      </Panel>
      <Panel title="Password" id="password">
        <ul className="lines">
          <li>
            <p className="grow">
              {passwordChangedAt ? `Set on ${fullDateText(passwordChangedAt)}.` : 'You have none.'}{' '}
              <span className="muted">Changing it signs out your other devices.</span>
            </p>
            {passwordChangedAt && (
              <a className="btn btn-sm" href="/admin/security/password">
                Change
              </a>
            )}
          </li>
        </ul>
      </Panel>
      <Panel title="Where you are signed in" id="sessions" aside={<span className="muted num">{sessions.length}</span>}>
        <ul className="lines">
          {sessions.map(({ id, device, isCurrent, lastSeenAt }) => (
            <li key={id}>
              <div className="grow">
                <b>{device}</b>
                <p className="muted num">{isCurrent ? 'This one' : `Last used ${weekdayMomentText(lastSeenAt)}`}</p>
              </div>
              {!isCurrent && (
                <OfficeForm form="end-session" fields={{ sessionId: id }}>
                  <Button type="submit" size="sm">
                    Sign out<span className="vh"> {device}</span>
                  </Button>
                </OfficeForm>
              )}
            </li>
          ))}
          <li>
            <p className="grow hint">Sessions end after 12 hours without use, and after 7 days.</p>
            {sessions.length > 1 && (
              <OfficeForm form="end-sessions">
                <Button type="submit" size="sm" tone="danger">
                  Sign out everywhere else
                </Button>
              </OfficeForm>
            )}
          </li>
        </ul>
      </Panel>
    </div>
  )
}
