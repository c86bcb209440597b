import { z } from 'zod'

/** Cache tags that an instance should expire. `at` is the time from which they are invalid. */
export const expirySchema = z.object({ tags: z.array(z.string().min(1)), at: z.iso.datetime() })
