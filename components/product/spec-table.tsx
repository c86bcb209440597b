import type { SpecGroup } from '@/lib/domain/specs'

/** What was measured, in the groups of the category's schema. */
export function SpecTable({ groups }: { groups: SpecGroup[] }) {
  if (groups.length === 0) return null
  return (
    <section className="pt-14 md:pt-20" aria-labelledby="specs">
      <div className="sec-head">
        <h2 id="specs" className="text-d2">
          Measured, not claimed
        </h2>
      </div>
      <div className="spec-cols">
        {groups.map(({ name, rows }) => (
          <section key={name}>
            <h3 className="text-d5 pb-1">{name}</h3>
            <table className="specs">
              <tbody>
                {rows.map(({ label, text }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </section>
  )
}
