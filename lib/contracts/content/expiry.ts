import { z } from 'zod'

/** Cache tags that an instance expires in itself, and the moment from which they hold no longer. */
export const expirySchema = z.object({ tags: z.array(z.string().min(1)), at: z.iso.datetime() })
