import { cutoutOf } from '@/lib/domain/media/cutout'
import { drawPictures } from '@/lib/media/pictures'
import { imageOfCategory } from './seed-data/catalog/categories'
import { DEPARTMENTS, LEAVES } from './seed-data/catalog/departments'
import { launch } from './seed-data/catalog/launch'
import { draftProducts } from './seed-data/catalog/products'
import { DEMO } from './seed-data/catalogue'
import { allPictures, type Picture, srcOf } from './seed-data/media/pictures'
import { collectionPictures } from './seed-data/merchandising/collections'

/**
 * Returns every picture of the demo shop in drawing order, those seen first in the shop at the beginning: category
 * tiles, first pictures and cut-outs of popular products, then further poses.
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
    ...firsts.slice(0, FRONT_PAGE_POOL).flatMap((src) => [known(cutoutOf(src)), known(src)]),
    ...DEPARTMENTS.flatMap(({ groups = [], leaves }) => [...groups, ...leaves]).map(imageOfCategory),
    ...firsts.map(known),
    ...products.flatMap(({ images }) => images.slice(1).map(({ src }) => known(src))),
    ...firsts.map((src) => known(cutoutOf(src))),
  ]
  return [...new Map(ordered.map((picture) => [picture.name, picture])).values()]
}

/** The front page only shows products from among this many most popular ones. */
const FRONT_PAGE_POOL = 96

/** Draws pictures that are missing in the store's data folder. Takes about half a minute on two cores. */
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
