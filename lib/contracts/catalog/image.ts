import { z } from 'zod'

/** A product picture. `src` is a full URL, or the path of one of the shop's files. */
export const imageSchema = z.object({
  src: z.string().min(1).max(500),
  alt: z.string().max(300),
  width: z.int().positive(),
  height: z.int().positive(),
})
export type Image = z.infer<typeof imageSchema>
