import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { Button } from '@/components/ui/form/button'
import { readLatestOrders } from '@/lib/queries/dev/orders'

export const metadata: Metadata = { title: 'Orders', robots: { index: false } }
export const instant = false

const SHOWN = 30

/**
 * The latest orders, with buttons for their next steps that simulate the warehouse and the carrier. Development only.
 */
export default async function Orders() {
  await connection()
  const orders = await readLatestOrders(SHOWN)
  return (
    <div className="wrap pt-6 md:pt-10">
      <h1 className="text-d2 pb-3">Orders</h1>
      <p className="pb-6">
        Simulate warehouse and carrier; delivered products can be reviewed. Production builds do not have this page.
      </p>
      <div className="border-3 border-line bg-surface overflow-x-auto">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Placed</th>
              <th scope="col">Is</th>
              <th scope="col">Next step</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, number, email, status, placedText, steps }) => (
              <tr key={id}>
                <td className="font-bold">
                  <Link className="more" href={`/orders/${id}`}>
                    {number}
                  </Link>
                  <br />
                  <span className="muted font-normal">{email}</span>
                </td>
                <td>{placedText}</td>
                <td>{status.toLowerCase()}</td>
                <td>
                  <form action="/dev/orders/step" method="post" className="flex flex-wrap gap-2">
                    <input type="hidden" name="orderId" value={id} />
                    {steps.map((step) => (
                      <Button key={step} type="submit" size="sm" name="step" value={step}>
                        {step.toLowerCase()}
                      </Button>
                    ))}
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
