import { ObjectId } from 'mongodb'
import type { CategoryDocument, SpecDefinition } from '@/lib/contracts/catalog/category'
import { COLOURS, type ColourName } from '../media/colours'
import { coloursOf, cutoutOf, type MotifName, type Picture, srcOf } from '../media/pictures'
import { idOf } from '../random'
import { DEPARTMENTS } from './departments'
import type { Leaf } from './leaf'
import { optionDefinition } from './specs'

/** Returns the labels of all colours in which the category's products are sold, in palette order. */
function colourLabels(leaf: Leaf): string[] {
  const names = new Set<ColourName>()
  for (const line of leaf.lines) {
    const take = line.colourTake === undefined ? leaf.colourTake : line.colourTake
    if (!take) continue
    for (const motif of [line.motif].flat())
      for (const colour of coloursOf(motif)) if (!line.colours || line.colours.includes(colour)) names.add(colour)
  }
  return (Object.keys(COLOURS) as ColourName[]).filter((name) => names.has(name)).map((name) => COLOURS[name].label)
}

/** Returns all specs of the category: variant options first, then product specs. */
export function schemaOf(leaf: Leaf): SpecDefinition[] {
  const axes = leaf.lines.flatMap(({ options, pins = [] }) => [
    ...Object.entries(options ?? leaf.options ?? {}),
    ...pins.flatMap((pin) => Object.entries(pin.options ?? {})),
  ])
  const keys = [...new Set(axes.map(([key]) => key))]
  const colours = colourLabels(leaf)
  return [
    ...(colours.length > 0 ? [optionDefinition('colour', { label: 'Colour' }, colours)] : []),
    ...keys.map((key) => {
      const same = axes.filter(([other]) => other === key).map(([, axis]) => axis)
      return optionDefinition(
        key,
        same[0]!,
        same.flatMap(({ values }) => [...values]),
      )
    }),
    ...leaf.specs.map(({ draw: _, ...definition }) => definition),
  ]
}

interface Shown {
  path: string
  name: string
  about: string
  tint: CategoryDocument['tint']
  image: MotifName
  imageColour?: ColourName
}

export const imageOfCategory = ({ image, imageColour }: Pick<Shown, 'image' | 'imageColour'>): Picture =>
  cutoutOf(image, imageColour)

function category(shown: Shown, order: number, updatedAt: Date, leaf?: Leaf): CategoryDocument {
  const parts = shown.path.split('/')
  return {
    _id: new ObjectId(idOf(`category/${shown.path}`)),
    path: shown.path,
    slug: parts.at(-1)!,
    name: shown.name,
    description: shown.about,
    parent: parts.length > 1 ? parts.slice(0, -1).join('/') : null,
    order,
    image: srcOf(imageOfCategory(shown)),
    tint: shown.tint,
    taxClass: leaf?.taxClass ?? 'standard',
    ...(leaf?.returnExcluded && { returnExcluded: leaf.returnExcluded }),
    specs: leaf ? schemaOf(leaf) : [],
    updatedAt,
  }
}

/**
 * Returns the category tree: departments, groups, and the categories that have products; parents come before children.
 */
export function makeCategories(updatedAt: Date): CategoryDocument[] {
  return DEPARTMENTS.flatMap((department, index) => {
    const { groups = [], leaves } = department
    const reduced = leaves.filter(({ taxClass }) => taxClass === 'reduced').length > leaves.length / 2
    return [
      { ...category(department, index, updatedAt), taxClass: reduced ? ('reduced' as const) : ('standard' as const) },
      ...groups.map((group, order) => category(group, order, updatedAt)),
      ...leaves.map((leaf, order) => category(leaf, groups.length + order, updatedAt, leaf)),
    ]
  })
}
