import { OfficeForm, Panel } from '@/components/staff/shell/parts'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { SelectField, TextField } from '@/components/ui/form/field'
import type { Refusal } from '@/lib/contracts/sent-form'
import type { InvitationView, RoleView } from '@/lib/contracts/staff'
import { weekdayMomentText } from '@/lib/domain/shipping/day'

/** The form that invites somebody, and the invitations that wait. */
export function Invitations({
  invitations,
  roles,
  values,
  refusal,
}: {
  invitations: InvitationView[]
  roles: RoleView[]
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  const offered = roles.filter(({ isCovered }) => isCovered)
  return (
    <div className="stack">
      <Panel title="Invite" id="invite">
        <OfficeForm form="invite" className="stack-3 p-3">
          <TextField
            name="email"
            label="E-mail"
            type="email"
            defaultValue={values.email}
            error={refusal?.fieldErrors?.email}
            autoComplete="off"
            required
          />
          <SelectField
            name="roleId"
            label="Role"
            defaultValue={values.roleId ?? ''}
            error={refusal?.fieldErrors?.roleId}
            required
          >
            <option value="">Choose a role</option>
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <p className="hint">
            The link is good for 7 days and for one person. A second factor is part of joining. You can give what you
            hold yourself.
          </p>
          <Button type="submit" size="sm" tone="accent">
            Invite
          </Button>
        </OfficeForm>
      </Panel>
      {invitations.length > 0 && (
        <Panel title="Invited" id="invited" aside={<span className="muted num">{invitations.length}</span>}>
          <ul className="lines">
            {invitations.map(({ id, email, roleName, expiresAt, isExpired }) => (
              <li key={id} className="is-wrap">
                <div className="grow">
                  <b className="wrap-anywhere">{email}</b>
                  <p className="muted">
                    {roleName ?? 'New password and factor'},{' '}
                    {isExpired ? 'not accepted in time' : `good until ${weekdayMomentText(expiresAt)}`}
                  </p>
                </div>
                {isExpired && <Badge tone="warn">Ended</Badge>}
                <OfficeForm form="withdraw-invitation" fields={{ id }}>
                  <Button type="submit" size="sm">
                    Withdraw<span className="vh"> {email}</span>
                  </Button>
                </OfficeForm>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
