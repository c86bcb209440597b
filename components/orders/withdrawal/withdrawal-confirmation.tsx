import { Button } from '@/components/ui/form/button'
import type { WithdrawalStatement } from '@/lib/contracts/withdrawal'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'

/** The second page of a withdrawal. Shows the statement, and a button that submits exactly what is shown. */
export function WithdrawalConfirmation({ statement }: { statement: WithdrawalStatement }) {
  const { name, order, part, email } = statement
  return (
    <form className="legal" action="/withdraw/submit" method="post">
      <div className="legal-head">
        <h1 className="text-d3">Is this right?</h1>
        <p>Press the button to withdraw from the contract. We confirm it by e-mail at once.</p>
      </div>
      <table className="specs">
        <tbody>
          {[
            ['Name', name],
            ['Order', order],
            ['Part', part || 'The whole order'],
            ['Confirmation to', email],
          ].map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.entries(statement).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button type="submit" tone="accent" size="lg">
        {WITHDRAWAL_WORDS.en.confirm}
      </Button>
      <p>
        <a className="more" href="/withdraw">
          Go back and change it
        </a>
      </p>
    </form>
  )
}
