import { drawPictures } from '@/lib/media/pictures'
import { imageOfCategory } from './seed-data/categories'
import { DEPARTMENTS } from './seed-data/departments'
import { allCutouts, allPictures, cutoutOf, galleryOf, type Picture } from './seed-data/pictures'

/**
 * Every picture of the demo shop, in the order in which they should appear: doors and shelf, what the front page shows,
 * then first pictures, then further poses.
 */
export function pictureManifest(): Picture[] {
  const groups = DEPARTMENTS.flatMap(({ groups = [], leaves }) => [...groups, ...leaves])
  const pins = DEPARTMENTS.flatMap(({ leaves }) => leaves)
    .flatMap(({ lines }) => lines)
    .flatMap(({ motif, pins = [] }) =>
      pins.map((pin) => ({ motif: pin.motif ?? [motif].flat()[0]!, colour: pin.colour })),
    )
  const ordered = [
    ...DEPARTMENTS.map(imageOfCategory),
    ...pins.map(({ motif, colour }) => cutoutOf(motif, colour)),
    ...pins.flatMap(({ motif, colour }) => galleryOf(motif, colour).fronts),
    ...groups.map(imageOfCategory),
    ...allPictures(),
    ...allCutouts(),
  ]
  return [...new Map(ordered.map((picture) => [picture.name, picture])).values()]
}

/** Draws the pictures that are missing into the store's data folder; about half a minute on two cores. */
export function makePictures(options: {
  onProgress?: (progress: { done: number; total: number; what: string }) => void
  folder?: string
  signal?: AbortSignal
}): Promise<{ drawn: number; kept: number }> {
  const { onProgress, folder, signal } = options
  return drawPictures({
    manifest: pictureManifest(),
    ...(folder && { folder }),
    ...(signal && { signal }),
    onProgress: (progress) => onProgress?.({ ...progress, what: 'Drawing pictures' }),
  })
}
