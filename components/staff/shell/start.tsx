import { Icon } from '@/components/ui/icon'
import { checkIcon } from '@/components/ui/icons'
import type { Staff } from '@/lib/contracts/staff'
import { PERMISSION_WORDS } from '@/lib/domain/staff/permissions'
import { navFor } from './nav'
import { Office } from './office'
import { Panel } from './parts'

/** The first page of the office: what the person may do, and the pages for it. */
export function Start({ staff }: { staff: Staff }) {
  const pages = navFor(staff.permissions)
    .flatMap(({ entries }) => entries)
    .filter(({ key }) => key !== 'start')
  return (
    <Office staff={staff} page="start" title={`Hello, ${staff.name}`}>
      <div className="cols security-cols">
        <Panel title="Pages" id="pages">
          <ul className="lines is-link">
            {pages.map(({ key, href, label, icon }) => (
              <li key={key}>
                <Icon d={icon} />
                <span className="grow">
                  <a href={href}>{label}</a>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={`What ${staff.roleName} may do`} id="may">
          <ul className="lines">
            {staff.permissions.map((permission) => (
              <li key={permission}>
                <Icon d={checkIcon} />
                <span className="grow">{PERMISSION_WORDS[permission]}</span>
              </li>
            ))}
            {staff.permissions.length === 0 && (
              <li>
                <p>Your role may do nothing yet. Ask an owner.</p>
              </li>
            )}
          </ul>
        </Panel>
      </div>
    </Office>
  )
}
