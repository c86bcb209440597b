import { cutoutOf } from '@/lib/domain/media/cutout'
import { drawPictures } from '@/lib/media/pictures'
import { DEMO } from './seed-data/catalogue'
import { imageOfCategory } from './seed-data/categories'
import { collectionPictures } from './seed-data/collections'
import { DEPARTMENTS, LEAVES } from './seed-data/departments'
import { launch } from './seed-data/launch'
import { allPictures, type Picture, srcOf } from './seed-data/pictures'
import { draftProducts } from './seed-data/products'

/**
 * The pictures that the demo shop shows, in the order in which they should appear: doors, then the first picture of each
 * product and its cut-out, what is liked most first, then the further poses.
 */
export function pictureManifest(): Picture[] {
  const bySrc = new Map(allPictures().map((picture) => [srcOf(picture), picture]))
  const known = (src: string | null): Picture => {
    const picture = src === null ? undefined : bySrc.get(src)
    if (!picture) throw new Error(`no picture is called ${src}`)
    return picture
  }
  const products = launch(DEMO.seed, draftProducts(DEMO.seed, LEAVES, DEMO.products), new Date(0))
    .map(({ product }) => product)
    .sort((a, b) => b.popularity - a.popularity)
  const firsts = products.map(({ images }) => images[0]!.src)
  const ordered = [
    ...DEPARTMENTS.map(imageOfCategory),
    ...collectionPictures(),
    ...firsts.slice(0, SHELF).flatMap((src) => [known(cutoutOf(src)), known(src)]),
    ...DEPARTMENTS.flatMap(({ groups = [], leaves }) => [...groups, ...leaves]).map(imageOfCategory),
    ...firsts.map(known),
    ...products.flatMap(({ images }) => images.slice(1).map(({ src }) => known(src))),
    ...firsts.map((src) => known(cutoutOf(src))),
  ]
  return [...new Map(ordered.map((picture) => [picture.name, picture])).values()]
}

/** So many of the best-liked products may stand on the front page's shelf. */
const SHELF = 96

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
