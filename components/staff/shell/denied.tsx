import type { Staff } from '@/lib/contracts/staff'
import { PERMISSION_WORDS, type Permission } from '@/lib/domain/staff/permissions'
import type { OfficePage } from './nav'
import { Office } from './office'

/** What somebody sees who opens a page without its permission. */
export function Denied({ staff, page, needs }: { staff: Staff; page: OfficePage; needs: Permission }) {
  return (
    <Office staff={staff} page={page} title="Not yours">
      <div className="box deny">
        <div className="stack-3">
          <h2 className="text-d4">This page is not yours</h2>
          <p>
            It is for people who may: <b>{PERMISSION_WORDS[needs]}</b>. You are <b>{staff.roleName}</b>. Nothing was
            changed, and nobody minds that you looked.
          </p>
          <p className="muted mono">{needs}</p>
          <a className="btn btn-sm" href="/admin">
            Back to the start
          </a>
        </div>
      </div>
    </Office>
  )
}
