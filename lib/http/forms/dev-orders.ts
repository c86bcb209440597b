import { z } from 'zod'
import { orderIdSchema } from '@/lib/contracts/orders'
import { FULFILMENT_STEPS, fulfilStep } from '@/lib/services/orders/fulfilment'
import { readFormPost, seeOther } from './form-post'

const stepSchema = z.object({ orderId: orderIdSchema, step: z.enum(FULFILMENT_STEPS) })

/** Handles the form that advances an order by one step, as the warehouse or the carrier would. Development only. */
export async function answerFulfilmentStep(request: Request): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const input = stepSchema.safeParse(fields)
  if (!input.success) return new Response(z.prettifyError(input.error), { status: 400 })
  await fulfilStep({ ...input.data, actor: 'developer' })
  return seeOther('/dev/orders')
}
