import { OfficeForm, Panel } from '@/components/staff/shell/parts'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { Check } from '@/components/ui/form/choice'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { checkIcon } from '@/components/ui/icons'
import type { Refusal } from '@/lib/contracts/sent-form'
import type { RoleView } from '@/lib/contracts/staff'
import { PERMISSION_WORDS, PERMISSIONS, type Permission, permissionField } from '@/lib/domain/staff/permissions'

const GROUPS: { title: string; nouns: string[] }[] = [
  { title: 'Catalogue', nouns: ['catalog', 'schemas', 'imports', 'prices', 'stock'] },
  { title: 'Orders', nouns: ['orders', 'payments', 'refunds'] },
  { title: 'People', nouns: ['customers', 'reviews'] },
  { title: 'Shop', nouns: ['content', 'reports', 'settings'] },
  { title: 'Machine room', nouns: ['jobs', 'audit', 'staff', 'tokens'] },
]

const inGroup = (nouns: string[]): Permission[] =>
  PERMISSIONS.filter((permission) => nouns.includes(permission.split(':')[0] ?? ''))

/** Which role holds which permission. Small screens get the list of roles instead. */
export function RoleMatrix({ roles }: { roles: RoleView[] }) {
  return (
    <div className="stack">
      <Panel title="Roles" id="roles">
        <ul className="lines">
          <li>
            <div className="grow">
              <b>Owner</b>
              <p className="muted">May do everything. Nobody but an owner gives or takes this.</p>
            </div>
            <Badge tone="ink">All</Badge>
          </li>
          {roles.map(({ id, name, members, permissions, isCovered }) => (
            <li key={id}>
              <div className="grow">
                <b className="wrap-anywhere">{name}</b>
                <p className="muted num">
                  {members === 1 ? '1 person' : `${members} people`}, {permissions.length} of {PERMISSIONS.length}{' '}
                  permissions
                </p>
              </div>
              <a className="btn btn-sm" href={`/admin/staff/roles/${id}`}>
                {isCovered ? 'Change' : 'Look'}
                <span className="vh"> {name}</span>
              </a>
            </li>
          ))}
        </ul>
      </Panel>
      <div className="panel max-sm:hidden">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard */}
        <section className="overflow-x-auto scrolls" tabIndex={0} aria-label="Permissions, the table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">May</th>
                <th scope="col">Owner</th>
                {roles.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            {GROUPS.map(({ title, nouns }) => (
              <tbody key={title}>
                <tr className="is-group">
                  <th scope="rowgroup" colSpan={roles.length + 2}>
                    {title}
                  </th>
                </tr>
                {inGroup(nouns).map((permission) => (
                  <tr key={permission}>
                    <td>
                      {PERMISSION_WORDS[permission]} <span className="mono muted">{permission}</span>
                    </td>
                    <Holds isHeld />
                    {roles.map(({ id, permissions }) => (
                      <Holds key={id} isHeld={permissions.includes(permission)} />
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
      </div>
    </div>
  )
}

function Holds({ isHeld }: { isHeld: boolean }) {
  return (
    <td>
      {isHeld ? <Icon d={checkIcon} className="inline-i" /> : null}
      <span className="vh">{isHeld ? 'yes' : 'no'}</span>
    </td>
  )
}

/** The form of a role. What the person who looks does not hold cannot be ticked. */
export function RoleForm({
  role,
  held,
  values,
  refusal,
}: {
  role: RoleView
  held: readonly Permission[]
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  const { id, name, permissions, refundLimit, isCovered, members } = role
  const isTyped = 'name' in values && (values.id ?? '') === id
  const isTicked = (permission: Permission) =>
    isTyped ? values[permissionField(permission)] === 'yes' : permissions.includes(permission)
  const limit = refundLimit === null ? '' : String(refundLimit / 100)
  return (
    <div className="stack">
      <OfficeForm form="save-role" of={id} fields={id ? { id } : {}} className="stack">
        <fieldset disabled={!isCovered} className="stack">
          <legend className="vh">{id ? name : 'A new role'}</legend>
          <div className="panel p-3 cols is-tight role-names">
            <TextField
              name="name"
              label="Name"
              defaultValue={isTyped ? values.name : name}
              error={refusal?.fieldErrors?.name}
              maxLength={60}
              required
            />
            <TextField
              name="refundLimit"
              label="Refunds at once, up to"
              currency="€"
              inputMode="decimal"
              hint="Empty: no limit. Counts only for those who may refund."
              defaultValue={isTyped ? values.refundLimit : limit}
              error={refusal?.fieldErrors?.refundLimit}
            />
          </div>
          <div className="cols role-cols">
            {GROUPS.map(({ title, nouns }) => (
              <Panel key={title} title={title} id={`may-${title.replace(' ', '-')}`}>
                <ul className="lines">
                  {inGroup(nouns).map((permission) => (
                    <li key={permission}>
                      <Check
                        name={permissionField(permission)}
                        value="yes"
                        defaultChecked={isTicked(permission)}
                        disabled={!held.includes(permission)}
                      >
                        {PERMISSION_WORDS[permission]} <span className="mono muted">{permission}</span>
                      </Check>
                    </li>
                  ))}
                </ul>
              </Panel>
            ))}
          </div>
        </fieldset>
        {isCovered ? (
          <div className="strip">
            <Button type="submit" size="sm" tone="accent">
              {id ? 'Save the role' : 'Make the role'}
            </Button>
            <p className="hint">It counts from the next click of everybody who has it. Nobody is signed out.</p>
          </div>
        ) : (
          <p className="hint">This role holds more than you do, so you can look at it, and only an owner changes it.</p>
        )}
      </OfficeForm>
      {id && isCovered && members === 0 && (
        <OfficeForm form="delete-role" of={id} fields={{ id }}>
          <Button type="submit" size="sm" tone="danger">
            Delete the role
          </Button>
        </OfficeForm>
      )}
    </div>
  )
}
