import { initialsOf } from '@/components/customers/who/initials'
import { OfficeForm, Panel } from '@/components/staff/shell/parts'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { SelectField } from '@/components/ui/form/field'
import type { MemberView, RoleView } from '@/lib/contracts/staff'
import { weekdayMomentText } from '@/lib/domain/shipping/day'

/** Everybody who works here or did, with what the person who looks may change. */
export function Members({ members, roles, isOwner }: { members: MemberView[]; roles: RoleView[]; isOwner: boolean }) {
  return (
    <Panel title="People" id="people" aside={<span className="muted num">{members.length}</span>}>
      <ul className="lines">
        {members.map((member) => (
          <li key={member.userId} className={member.isOn ? 'is-wrap' : 'is-wrap is-out'}>
            <span className="face" aria-hidden="true">
              {initialsOf(member.name)}
            </span>
            <div className="grow">
              <p>
                <b className="wrap-anywhere">{member.name}</b> {member.isYou && <span className="muted">you</span>}
              </p>
              <p className="muted wrap-anywhere">{member.email}</p>
            </div>
            <div className="staff-facts">
              <Badge {...(member.isOwner && { tone: 'ink' as const })}>{member.roleName}</Badge>
              {member.factors ? <span>{member.factors}</span> : <Badge tone="warn">No second factor</Badge>}
              {!member.isOn && <Badge tone="danger">Switched off</Badge>}
              <span className="muted num">
                {member.lastSeenAt ? `Seen ${weekdayMomentText(member.lastSeenAt)}` : 'Not signed in'}
              </span>
            </div>
            {member.isCovered && <Change member={member} roles={roles} isOwner={isOwner} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Change({ member, roles, isOwner }: { member: MemberView; roles: RoleView[]; isOwner: boolean }) {
  const { userId, name, isOn } = member
  return (
    <details className="staff-change">
      <summary className="btn btn-sm">
        Change<span className="vh"> {name}</span>
      </summary>
      <div className="staff-change-in">
        <OfficeForm form="change-member" fields={{ userId }} className="strip items-end">
          <SelectField
            label="Role"
            name="place"
            id={`place-${userId}`}
            defaultValue={member.isOwner ? 'owner' : (member.roleId ?? '')}
          >
            {isOwner && <option value="owner">Owner</option>}
            {roles
              .filter(({ isCovered }) => isCovered)
              .map(({ id, name: role }) => (
                <option key={id} value={id}>
                  {role}
                </option>
              ))}
          </SelectField>
          <Button type="submit" size="sm">
            Give this role
          </Button>
        </OfficeForm>
        <div className="strip">
          {isOn && (
            <OfficeForm form="reset-member" fields={{ userId }}>
              <Button type="submit" size="sm">
                Mail a new link
              </Button>
            </OfficeForm>
          )}
          <OfficeForm form="switch-member" fields={{ userId, isOn: isOn ? 'no' : 'yes' }}>
            <Button type="submit" size="sm" {...(isOn && { tone: 'danger' as const })}>
              {isOn ? 'Switch off' : 'Switch on'}
            </Button>
          </OfficeForm>
        </div>
        <p className="hint">
          Roles count from the next click. A new link sets a new password and a new second factor; the old ones are good
          until it is used.
        </p>
      </div>
    </details>
  )
}
