import type { ReactNode } from 'react'
import { initialsOf } from '@/components/customers/who/initials'
import { Mark } from '@/components/layout/mark'
import { ThemeSwitch } from '@/components/layout/theme-switch-client'
import { Icon } from '@/components/ui/icon'
import { signOutIcon, storeIcon } from '@/components/ui/icons'
import type { Staff } from '@/lib/contracts/staff'
import { OfficeMenu } from './menu-client'
import { navFor, type OfficePage } from './nav'

/** The frame of every page of the office: navigation by permission, who is signed in, and the deck with the title. */
export function Office({
  staff,
  page,
  title,
  aside,
  actions,
  children,
}: {
  staff: Pick<Staff, 'name' | 'roleName' | 'permissions'>
  /** The page that the navigation marks. */
  page: OfficePage
  title: string
  aside?: string
  actions?: ReactNode
  children: ReactNode
}) {
  const groups = navFor(staff.permissions)
  return (
    <>
      <a className="btn btn-ink skip" href="#main">
        Skip to content
      </a>
      <header className="slab on-block office-bar">
        <Home />
        <OfficeMenu groups={groups} current={page}>
          <Person staff={staff} />
        </OfficeMenu>
      </header>
      <div className="office dense">
        <aside className="rail on-block" aria-label="Office">
          <div className="rail-in">
            <Home />
            <nav aria-label="Office pages">
              {groups.map(({ title: group, entries }) => (
                <div key={group}>
                  <h2>{group}</h2>
                  <ul className="grid gap-px">
                    {entries.map(({ key, href, label, icon }) => (
                      <li key={key}>
                        <a href={href} aria-current={key === page ? 'page' : undefined}>
                          <Icon d={icon} /> {label}
                        </a>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </nav>
            <div className="mt-auto pt-3">
              <Person staff={staff} />
            </div>
          </div>
        </aside>
        <div className="min-w-0">
          <main id="main" tabIndex={-1}>
            <header className="deck">
              <h1 className="font-black wd-120">{title}</h1>
              {aside && <span className="muted num">{aside}</span>}
              {actions && <div className="ends">{actions}</div>}
            </header>
            <div className="office-desk">{children}</div>
          </main>
        </div>
      </div>
    </>
  )
}

function Home() {
  return (
    <a className="wordmark office-home" href="/admin" aria-label="Nexus office, start">
      <Mark />
    </a>
  )
}

/** The menu of the person who is signed in. */
function Person({ staff }: { staff: Pick<Staff, 'name' | 'roleName'> }) {
  return (
    <div className="office-person">
      <span className="face" aria-hidden="true">
        {initialsOf(staff.name)}
      </span>
      <div className="leading-tight min-w-0">
        <p className="font-bold truncate">{staff.name}</p>
        <p className="office-role truncate">{staff.roleName}</p>
      </div>
      <div className="office-tools">
        <ThemeSwitch className="btn-sm" />
        <a className="btn btn-sm btn-icon" href="/" aria-label="Open the shop">
          <Icon d={storeIcon} />
        </a>
        <form action="/admin/sign-in/do/sign-out" method="post">
          <button className="btn btn-sm btn-icon" type="submit" aria-label="Sign out">
            <Icon d={signOutIcon} />
          </button>
        </form>
      </div>
    </div>
  )
}
