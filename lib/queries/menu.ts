export interface MenuData {
  departments: { path: string; name: string; slug: string; tint: string; count: number; image?: string }[]
  /** Products of the whole shop. */
  total: number
}

// TEMPORARY: stands in until the catalogue is read here.
export async function getMenu(): Promise<MenuData> {
  'use cache'
  const names = ['Electronics', 'Fashion', 'Beauty', 'Home', 'Grocery', 'Sports', 'Toys', 'Vehicles']
  const departments = names.map((name, index) => ({
    path: name.toLowerCase(),
    name,
    slug: name.toLowerCase(),
    tint: 'sky',
    count: 412 - index * 37,
  }))
  return { departments, total: departments.reduce((sum, { count }) => sum + count, 0) }
}
