import { Icon } from '@/components/ui/icon'
import { checkIcon } from '@/components/ui/icons'
import type { WithdrawalReceipt } from '@/lib/contracts/withdrawal'
import { lastDayToSendBack } from '@/lib/domain/orders/withdrawal'
import { dateText, secondText } from '@/lib/domain/shipping/day'

/** The page that acknowledges a withdrawal. It does not reveal whether the order exists. */
export function Receipt({ receipt }: { receipt: WithdrawalReceipt }) {
  const { number, name, order, part, email, submittedAt } = receipt
  const day = dateText(lastDayToSendBack(new Date(submittedAt)))
  return (
    <section className="legal" aria-labelledby="received">
      <div className="legal-head">
        <span className="stamp">
          <Icon d={checkIcon} />
        </span>
        <h1 className="text-d3" id="received">
          Your withdrawal is in
        </h1>
        <p className="wrap-anywhere">
          Received on <b className="num">{secondText(submittedAt)}</b> (Hamburg). We have e-mailed a copy to {email}.
        </p>
      </div>
      <table className="specs">
        <tbody>
          {[
            ['Number', number],
            ['Name', name],
            ['Order', order],
            ['Part', part || 'The whole order'],
          ].map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="how">
        <li>
          <span className="step-n" aria-hidden="true">
            1
          </span>
          <p>
            If the parcel has reached you, send it back by <b>{day}</b>. The label in it is free to use.
          </p>
        </li>
        <li>
          <span className="step-n" aria-hidden="true">
            2
          </span>
          <p>
            If you have paid, you get it back the way you paid, by <b>{day}</b>: for the whole order with standard
            delivery. We may wait for the parcel, or for proof that you have sent it.
          </p>
        </li>
      </ol>
      <p className="hint">If we need to ask which order you mean, we write to you.</p>
    </section>
  )
}
