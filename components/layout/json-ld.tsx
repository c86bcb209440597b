/** Facts for machines. `<` is escaped, so that no text of a product can end the script. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way to write one
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

/** A trail as search engines read it. Addresses are relative to `origin`. */
export function breadcrumbData(origin: string, trail: { name: string; href: string }[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: new URL(href, origin).href,
    })),
  }
}

/** A page of products as search engines read it, in the order in which they are shown. */
export function listData(
  origin: string,
  { name, description, href, items }: { name: string; description: string; href: string; items: { slug: string }[] },
): object {
  return {
    '@type': 'CollectionPage',
    name,
    description,
    url: new URL(href, origin).href,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: items.map(({ slug }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: new URL(`/p/${slug}`, origin).href,
      })),
    },
  }
}
