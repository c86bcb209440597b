import type { Department } from '../leaf'
import { childrensBooks } from './books/childrens-books'
import { fiction } from './books/fiction'
import { nonFiction } from './books/non-fiction'
import { paper } from './books/paper'

export const books: Department = {
  path: 'books',
  name: 'Books',
  about: 'And what you need to write one.',
  tint: 'shell',
  image: 'bookStack',
  leaves: [fiction, nonFiction, childrensBooks, paper],
}
