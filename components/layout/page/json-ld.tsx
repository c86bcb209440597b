/** A script element with structured data. Escapes `<`, so that no text can close the element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way to write one
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

/** Returns the shop as structured data, with the address that searches it. */
export function shopData(origin: string): object {
  return {
    '@type': 'WebSite',
    name: 'Nexus',
    url: `${origin}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** Returns breadcrumbs as structured data. The links in `trail` are relative to `origin`. */
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

/** Returns a list of products as structured data, in display order. */
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
