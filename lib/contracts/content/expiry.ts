import { z } from 'zod'

/** Cache tags to expire in this instance, and the moment from which they are invalid. */
export const expirySchema = z.object({ tags: z.array(z.string().min(1)), at: z.iso.datetime() })
