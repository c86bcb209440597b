const OWN_PICTURE = /^\/pictures\/(?!zoom-)([a-z0-9]+(?:-[a-z0-9]+)*)\.webp$/

/** Returns the address of a picture in twice its size; the same address for a picture that the shop does not host. */
export const zoomPictureOf = (src: string): string => src.replace(OWN_PICTURE, '/pictures/zoom-$1.webp')
