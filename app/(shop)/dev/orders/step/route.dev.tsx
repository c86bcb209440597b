import { z } from 'zod'
import { orderIdSchema } from '@/lib/contracts/orders'
import { readFormPost, seeOther } from '@/lib/http/form-post'
import { FULFILMENT_STEPS, fulfilStep } from '@/lib/services/orders/fulfilment'

const stepSchema = z.object({ orderId: orderIdSchema, step: z.enum(FULFILMENT_STEPS) })

/** Takes an order a step on, by hand. Development only. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const wish = stepSchema.safeParse(fields)
  if (!wish.success) return new Response(z.prettifyError(wish.error), { status: 400 })
  await fulfilStep({ ...wish.data, actor: 'developer' })
  return seeOther('/dev/orders')
}
